import { Button, Checkbox, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as MONITORS_ROUTES } from '../../../../../areas/detect/monitors/contract.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { KeyModal } from '../../ui/key-modal.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Mark } from '../../ui/mark.tsx';
import { keepFile } from '../../ui/save-file.ts';
import { Secret } from '../../ui/secret.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { HEARTBEATS } from './words.ts';

const TONES = { waiting: 'quiet', beating: 'recovery', missed: 'event' } as const;
const route = getRouteApi('/shell/detect/heartbeats');
type Heartbeat = ReplyOf<'GET /api/detect/heartbeats'>['heartbeats'][number];
const h = columnHelper<Heartbeat>();

/** It should have beaten by now and has not since it was added: its sender may never have been set up. */
const neverBeat = ({ state, addedAt, everySeconds, graceSeconds }: Heartbeat): boolean =>
  state === 'waiting' &&
  addedAt !== null &&
  Date.now() - Date.parse(addedAt) > (everySeconds + graceSeconds) * 1_000;

export function HeartbeatsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Heartbeat>();
  const remove = useAct('DELETE /api/detect/heartbeats/:id', { stale: ['heartbeats'] });
  const proofs = useMutation({
    mutationFn: async ({ id, name }: Heartbeat) => {
      const { text } = await call('GET /api/detect/heartbeats/:id/proofs', { params: { id } });
      keepFile(new Blob([text], { type: 'text/plain' }), `sonae-ledger-${name}.txt`);
    },
    onError: (error: Error) => notifications.show({ color: 'red', message: error.message }),
  });
  const add = may('source.manage') && (
    <Button onClick={() => setAdding(true)}>{say(HEARTBEATS.addHeartbeat)}</Button>
  );
  const columns = h.columns([
    h.accessor('state', {
      header: say(W.state),
      size: 130,
      meta: { text: (state: Heartbeat['state']) => say(HEARTBEATS[state]) },
      cell: (c) =>
        neverBeat(c.row.original) ? (
          <Mark tone="event">{say(HEARTBEATS.never)}</Mark>
        ) : (
          <Mark tone={TONES[c.getValue()]}>{say(HEARTBEATS[c.getValue()])}</Mark>
        ),
    }),
    h.accessor('name', { header: say(W.name), size: 280, meta: { grow: true } }),
    h.accessor((row) => row.everySeconds.toLocaleString(), {
      id: 'every',
      header: say(HEARTBEATS.everySeconds),
      size: 130,
      meta: { align: 'end' },
    }),
    h.accessor((row) => row.graceSeconds.toLocaleString(), {
      id: 'grace',
      header: say(HEARTBEATS.graceSeconds),
      size: 130,
      meta: { align: 'end' },
    }),
    h.accessor('lastAt', {
      header: say(W.last),
      size: 140,
      cell: (c) => {
        const at = c.getValue();
        return at ? <Ago at={at} /> : '—';
      },
    }),
    h.display({
      id: 'proofs',
      header: '',
      size: 150,
      cell: ({ row: { original } }) =>
        original.provenAt !== null &&
        may('audit.read') && (
          <Button
            size="compact-sm"
            variant="default"
            loading={proofs.isPending && proofs.variables.id === original.id}
            onClick={() => proofs.mutate(original)}
          >
            {say(HEARTBEATS.saveProofs)}
          </Button>
        ),
    }),
    h.display({
      id: 'remove',
      header: '',
      size: 110,
      cell: (c) =>
        may('source.manage') && (
          <ConfirmButton
            size="compact-sm"
            onConfirm={() => remove.run({ params: { id: c.row.original.id } })}
          >
            {say(W.remove)}
          </ConfirmButton>
        ),
    }),
  ]);
  return (
    <ListScreen<Heartbeat, string>
      title={say(TITLES.heartbeats)}
      queryKey={['heartbeats', 'list', search]}
      load={async (after: string | undefined, signal) => {
        const { heartbeats, next } = await call(
          'GET /api/detect/heartbeats',
          { query: { search: search || undefined, after, limit: 100 } },
          signal,
        );
        return { rows: heartbeats, next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => may('source.manage') && setChanging(row)}
      search={{
        value: search,
        onCommit: (next) => void navigate({ search: { search: next }, replace: true }),
      }}
      create={add}
      empty={say(HEARTBEATS.heartbeatsEmpty)}
    >
      {() => (
        <>
          {adding && <AddHeartbeat onClose={() => setAdding(false)} />}
          {changing && <ChangeHeartbeat heartbeat={changing} onClose={() => setChanging(undefined)} />}
        </>
      )}
    </ListScreen>
  );
}

function AddHeartbeat({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const form = useRouteForm(MONITORS_ROUTES, 'POST /api/detect/heartbeats', {
    begin: { name: '', everySeconds: 300, graceSeconds: 60, page: true },
    stale: ['heartbeats'],
  });
  return (
    <KeyModal
      shown={form.data !== undefined}
      opened
      onClose={onClose}
      title={say(HEARTBEATS.addHeartbeat)}
      size="lg"
    >
      {form.data ? (
        <Stack>
          <Secret value={form.data.key} hint={say(W.keyOnce)} />
          <CodeBlock
            title={say(HEARTBEATS.fromTerminal)}
            text={`curl -H "Authorization: Bearer ${form.data.key}" ${location.origin}/in/heartbeat`}
          />
        </Stack>
      ) : (
        <form onSubmit={form.submit} noValidate>
          <Stack>
            <TextInput {...form.text('name', say(W.name))} data-autofocus />
            <NumberInput {...form.number('everySeconds', say(HEARTBEATS.everySeconds))} min={5} />
            <NumberInput {...form.number('graceSeconds', say(HEARTBEATS.graceSeconds))} min={0} />
            <Checkbox {...form.yesNo('page', say(HEARTBEATS.pageWhenMissed))} />
            <FormFoot submit={say(W.add)} pending={form.pending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </KeyModal>
  );
}

function ChangeHeartbeat({ heartbeat, onClose }: { heartbeat: Heartbeat; onClose: () => void }) {
  const { say, labelled } = useSpeech();
  const { id, name, everySeconds, graceSeconds } = heartbeat;
  const form = useRouteForm(MONITORS_ROUTES, 'PUT /api/detect/heartbeats/:id', {
    given: { id, seen: { everySeconds, graceSeconds } },
    begin: { everySeconds, graceSeconds },
    stale: ['heartbeats'],
    said: say(W.saved),
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={labelled(say(HEARTBEATS.change), name)} size="lg">
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <NumberInput {...form.number('everySeconds', say(HEARTBEATS.everySeconds))} min={5} />
          <NumberInput {...form.number('graceSeconds', say(HEARTBEATS.graceSeconds))} min={0} />
          <FormFoot submit={say(W.save)} pending={form.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
