import { Button, Group, Modal, NumberInput, Stack, Table, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useAct } from '../ui/form.tsx';
import { Mark } from '../ui/mark.tsx';
import { Empty, Loaded } from '../ui/query-state.tsx';
import { Secret } from '../ui/secret.tsx';
import { Ago } from '../ui/time.tsx';
import { W } from '../words.ts';

const TONES = { waiting: 'quiet', beating: 'recovery', missed: 'event' } as const;

export function HeartbeatsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['heartbeats'],
    queryFn: ({ signal }) => call('GET /api/detect/heartbeats', {}, signal),
  });
  const remove = useAct('DELETE /api/detect/heartbeats/:id', { stale: ['heartbeats'] });
  const add = may('source.manage') && <Button onClick={() => setAdding(true)}>{say(W.addHeartbeat)}</Button>;
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(W.heartbeats)}</Title>
        {add}
      </Group>
      <Loaded query={query}>
        {({ heartbeats }) =>
          heartbeats.length === 0 ? (
            <Empty text={say(W.heartbeatsEmpty)}>{add}</Empty>
          ) : (
            <Table.ScrollContainer minWidth={560}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{say(W.state)}</Table.Th>
                    <Table.Th>{say(W.name)}</Table.Th>
                    <Table.Th>{say(W.everySeconds)}</Table.Th>
                    <Table.Th>{say(W.graceSeconds)}</Table.Th>
                    <Table.Th>{say(W.last)}</Table.Th>
                    <Table.Th />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {heartbeats.map((heartbeat) => (
                    <Table.Tr key={heartbeat.id}>
                      <Table.Td>
                        <Mark tone={TONES[heartbeat.state]}>{say(W[heartbeat.state])}</Mark>
                      </Table.Td>
                      <Table.Td>{heartbeat.name}</Table.Td>
                      <Table.Td>{heartbeat.everySeconds.toLocaleString()}</Table.Td>
                      <Table.Td>{heartbeat.graceSeconds.toLocaleString()}</Table.Td>
                      <Table.Td>{heartbeat.lastAt ? <Ago at={heartbeat.lastAt} /> : '—'}</Table.Td>
                      <Table.Td ta="end">
                        {may('source.manage') && (
                          <ConfirmButton onConfirm={() => remove.run({ params: { id: heartbeat.id } })}>
                            {say(W.remove)}
                          </ConfirmButton>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      {adding && <AddHeartbeat onClose={() => setAdding(false)} />}
    </div>
  );
}

function AddHeartbeat({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const [name, setName] = useState('');
  const [everySeconds, setEvery] = useState<number | string>(300);
  const [graceSeconds, setGrace] = useState<number | string>(60);
  const add = useAct('POST /api/detect/heartbeats', { stale: ['heartbeats'] });
  return (
    <Modal opened onClose={onClose} title={say(W.addHeartbeat)} size="lg">
      {add.data ? (
        <Stack>
          <Secret value={add.data.key} hint={say(W.keyOnce)} />
          <div className="code">{`curl -H "Authorization: Bearer ${add.data.key}" ${location.origin}/in/heartbeat`}</div>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add.run({
              body: { name, everySeconds: Number(everySeconds), graceSeconds: Number(graceSeconds) },
            });
          }}
        >
          <Stack>
            <TextInput
              label={say(W.name)}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
              error={add.wrong('name')}
              required
              data-autofocus
            />
            <NumberInput
              label={say(W.everySeconds)}
              value={everySeconds}
              onChange={setEvery}
              min={5}
              error={add.wrong('everySeconds')}
            />
            <NumberInput
              label={say(W.graceSeconds)}
              value={graceSeconds}
              onChange={setGrace}
              min={0}
              error={add.wrong('graceSeconds')}
            />
            <Button type="submit" loading={add.pending}>
              {say(W.add)}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
