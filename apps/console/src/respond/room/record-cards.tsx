import { Alert, Button, CopyButton, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inputName, inputValue } from '../../../../../areas/prepare/plans/words.ts';
import { contracts as JOINT_ROUTES } from '../../../../../areas/respond/joint/contract.ts';
import { contracts as TIMELINE_ROUTES } from '../../../../../areas/respond/timeline/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { IncidentState, Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { clockTime, fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { RECORD } from './record-words.ts';
import { RoomCard } from './room-card.tsx';
import { useFacts } from './use-room.ts';

type Facts = ReplyOf<'GET /api/respond/incidents/:id/facts'>;

/** Accounts that differ, beside each other, and how every estimate has moved. */
export function FactsCard({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const query = useFacts(id);
  return (
    <RoomCard title={say(RECORD.facts)}>
      <Loaded query={query}>
        {({ conflicts, estimates }) => (
          <Stack gap="sm">
            {conflicts.length === 0 && <Text className="quiet">{say(RECORD.none)}</Text>}
            {conflicts.map((conflict) => (
              <Conflict key={conflict.seq} incidentId={id} conflict={conflict} />
            ))}
            <Estimates estimates={estimates} />
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

function Conflict({
  incidentId: id,
  conflict: { seq, accounts, settled },
}: {
  incidentId: string;
  conflict: Facts['conflicts'][number];
}) {
  const { say, labelled } = useSpeech();
  const may = useMay();
  return (
    <div>
      <div className="accounts">
        {accounts.map((account) => (
          <div key={account.seq} className="account">
            <Text className="quiet">
              {account.source || say(RECORD.firstTold)} · {clockTime(account.at)}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{account.text}</Text>
            {settled?.holds === account.seq && <Mark tone="recovery">{say(RECORD.held)}</Mark>}
          </div>
        ))}
      </div>
      {settled ? (
        <Text>
          {settled.holds === null && `${say(RECORD.neither)} · `}
          {labelled(say(RECORD.basis), settled.basis)}
        </Text>
      ) : (
        <Group gap="xs">
          <Mark tone="event">{say(RECORD.openConflict)}</Mark>
          {may('incident.command') && (
            <AskForm
              by={TIMELINE_ROUTES}
              act="POST /api/respond/incidents/:id/timeline/:seq/settle"
              label={say(RECORD.settle)}
              fields={{
                holds: {
                  label: say(RECORD.holds),
                  // That neither holds is an answer, and not one to give by leaving it open.
                  needed: true,
                  kind: 'choice',
                  choices: [
                    ...accounts.map((account) => ({
                      value: account.seq,
                      label: labelled(account.source || say(RECORD.firstTold), account.text.slice(0, 60)),
                    })),
                    { value: null, label: say(RECORD.neither) },
                  ],
                },
                basis: { label: say(RECORD.basis), kind: 'text' },
              }}
              given={{ id, seq }}
            />
          )}
        </Group>
      )}
    </div>
  );
}

/** Each estimate with the way it came: the last one counts, none is forgotten. */
export function Estimates({ estimates }: { estimates: Facts['estimates'] }) {
  const { say } = useSpeech();
  if (estimates.length === 0) return null;
  return (
    <Table>
      <Table.Tbody>
        {estimates.map(({ input, values }) => (
          <Table.Tr key={input}>
            <Table.Th>{inputName(input, say)}</Table.Th>
            <Table.Td>
              {values.map(({ at, value }, i) => {
                const shown = typeof value === 'number' ? value.toLocaleString() : inputValue(value, say);
                return (
                  <span key={at} title={clockTime(at)} className={i < values.length - 1 ? 'quiet' : ''}>
                    {i > 0 && ' → '}
                    {shown}
                  </span>
                );
              })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The same event at other organisations: how their record stands, and what was told. */
export function JointCard({ incidentId: id }: { incidentId: string }) {
  const { say, language } = useSpeech();
  const share = useMay()('incident.share');
  const [code, setCode] = useState<string>();
  const query = useQuery({
    ...reading('GET /api/respond/incidents/:id/joint', { params: { id } }, 'room'),
    // Their record changes without a line in ours.
    refetchInterval: 60_000,
  });
  const end = useAct('POST /api/respond/incidents/:id/joint/:joint/end', { stale: ROOM_STALE });
  return (
    <RoomCard
      title={say(RECORD.joint)}
      actions={
        share && (
          <>
            <AskForm
              by={JOINT_ROUTES}
              act="POST /api/respond/incidents/:id/joint"
              label={say(RECORD.offer)}
              submit={say(RECORD.offer)}
              hint={say(RECORD.offerHint)}
              fields={{}}
              given={{ id }}
              onDone={(made) => setCode(made.code)}
            />
            <AskForm
              by={JOINT_ROUTES}
              act="POST /api/respond/incidents/:id/joint/accept"
              label={say(RECORD.accept)}
              fields={{ code: { label: say(RECORD.code), kind: 'line' } }}
              given={{ id }}
            />
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ joints }) => (
          <Stack gap="xs">
            {joints.length === 0 && <Text className="quiet">{say(RECORD.noJoint)}</Text>}
            {joints.map((each) => (
              <Group key={each.id} justify="space-between">
                <Group gap="xs">
                  <strong>{each.peer}</strong>
                  {each.state === 'offered' && each.codeUntil && (
                    <span>{say(RECORD.offered, { at: fullTime(each.codeUntil, language) })}</span>
                  )}
                  {each.state === 'ended' && <Mark tone="quiet">{say(RECORD.ended)}</Mark>}
                  {each.theirs && (
                    <>
                      <span className="quiet">{say(RECORD.theirs)}</span>
                      <IncidentState state={each.theirs.state as 'open' | 'resolved' | 'closed'} />
                    </>
                  )}
                </Group>
                {share && each.state !== 'ended' && (
                  <Group gap={4} className="no-print">
                    {each.state === 'linked' && (
                      <AskForm
                        by={JOINT_ROUTES}
                        act="POST /api/respond/incidents/:id/joint/:joint/tell"
                        label={say(RECORD.tell)}
                        fields={{ text: { label: say(RECORD.tellText), kind: 'text' } }}
                        given={{ id, joint: each.id }}
                      />
                    )}
                    <Button
                      size="compact-md"
                      variant="subtle"
                      color="red"
                      loading={end.pending}
                      onClick={() => end.run({ params: { id, joint: each.id } })}
                    >
                      {say(RECORD.end)}
                    </Button>
                  </Group>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
      <Modal opened={code !== undefined} onClose={() => setCode(undefined)} title={say(RECORD.offer)}>
        <Stack>
          <Alert>{say(RECORD.giveCode)}</Alert>
          <div className="code">{code}</div>
          <CopyButton value={code ?? ''}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {say(copied ? W.copied : W.copy)}
              </Button>
            )}
          </CopyButton>
        </Stack>
      </Modal>
    </RoomCard>
  );
}
