import { Alert, Anchor, CloseButton, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { contracts as SIGNALS_ROUTES } from '../../../../../areas/detect/signals/contract.ts';
import { contracts as DETECTIONS_ROUTES } from '../../../../../areas/respond/detections/contract.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { lookAgain, reading } from '../../queries.ts';
import { incidentLabel } from '../../respond/room/incident-label.ts';
import { ROOM } from '../../respond/room/words.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { SignalState } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { SIGNALS } from './words.ts';

const route = getRouteApi('/shell/detect');
export type Signal = ReplyOf<'GET /api/detect/signals'>['signals'][number];
const h = columnHelper<Signal>();

export function useSignalColumns() {
  const { say } = useSpeech();
  return h.columns([
    h.accessor('state', {
      header: say(W.state),
      size: 96,
      meta: { text: (state: Signal['state']) => say(W[state]) },
      cell: (c) => <SignalState state={c.getValue()} />,
    }),
    h.accessor((row) => `${row.remarks.length > 0 ? '⚠ ' : ''}${row.title}`, {
      id: 'title',
      header: say(W.title),
      size: 360,
      meta: { grow: true },
    }),
    h.accessor('severity', { header: say(W.severity), size: 100 }),
    h.accessor('count', {
      header: say(SIGNALS.count),
      size: 90,
      meta: { align: 'end' },
      cell: (c) => c.getValue().toLocaleString(),
    }),
    h.accessor('firstAt', { header: say(W.first), size: 130, cell: (c) => <Ago at={c.getValue()} /> }),
    h.accessor('lastAt', { header: say(W.last), size: 130, cell: (c) => <Ago at={c.getValue()} /> }),
  ]);
}

export function SignalsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { state, search, open } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useSignalColumns();
  const set = (patch: { state?: typeof state; search?: string; open?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  return (
    <ListScreen<Signal, string>
      title={say(W.signals)}
      queryKey={['signals', state, search]}
      load={async (after: string | undefined, signal) => {
        const page = await call(
          'GET /api/detect/signals',
          { query: { state, search: search || undefined, after, limit: 200 } },
          signal,
        );
        return { rows: page.signals, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      selected={open}
      onOpen={(row) => set({ open: row.id })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <SegmentedControl
          size="xs"
          aria-label={say(W.state)}
          value={state}
          onChange={(next) => set({ state: next as typeof state })}
          data={(['any', 'firing', 'resolved', 'silent'] as const).map((value) => ({
            value,
            label: say(W[value]),
          }))}
        />
      }
      empty={say(SIGNALS.signalsEmpty)}
      emptyAction={
        may('source.manage') && <ButtonLink to="/settings/sources">{say(SIGNALS.connectSource)}</ButtonLink>
      }
      beside={() => <>{open && <SignalDetails key={open} id={open} onClose={() => set({ open: '' })} />}</>}
    />
  );
}

function Texts({ title, texts }: { title: string; texts: Readonly<Record<string, string>> }) {
  const entries = Object.entries(texts);
  if (entries.length === 0) return null;
  return (
    <div>
      <Title order={3} mb={4}>
        {title}
      </Title>
      <dl className="labels">
        {entries.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
    </div>
  );
}

function SignalDetails({ id, onClose }: { id: string; onClose: () => void }) {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/detect/signals/:id', { params: { id } }, 'signals'));
  const client = useQueryClient();
  const may = useMay();
  const open = useQuery({
    ...reading('GET /api/respond/incidents', { query: { state: 'open', limit: 200 } }, 'incidents'),
    enabled: may('room.write'),
  });
  const incidents = (open.data?.incidents ?? []).map((each) => ({
    value: each.id,
    label: incidentLabel(each, say),
  }));
  return (
    <aside className="side">
      <Loaded query={query}>
        {(signal) => (
          <Stack gap="md">
            <Group justify="space-between" wrap="nowrap" align="start">
              <Title order={2}>{signal.title}</Title>
              <CloseButton onClick={onClose} aria-label={say(W.cancel)} />
            </Group>
            <Group gap="sm">
              <SignalState state={signal.state} />
              <Text>{signal.severity}</Text>
              <Text>
                {say(SIGNALS.count)} {signal.count.toLocaleString()}
              </Text>
              <Text>
                {say(SIGNALS.episodes)} {signal.episodes}
              </Text>
            </Group>
            <Text className="quiet">
              {signal.startedAt && (
                <>
                  {say(SIGNALS.started)} <Ago at={signal.startedAt} /> ·{' '}
                </>
              )}
              {say(W.first)} <Ago at={signal.firstAt} /> · {say(W.last)} <Ago at={signal.lastAt} />
            </Text>
            {signal.ended && (
              <Text>
                {say(signal.ended.how === 'by-hand' ? SIGNALS.endedByHand : SIGNALS.endedWithSource)}{' '}
                {signal.ended.note}
              </Text>
            )}
            {signal.remarks.length > 0 && (
              <Alert color="yellow" title={say(SIGNALS.remarks)}>
                {signal.remarks.map((remark) => (
                  <Text key={remark.en} fz="sm">
                    {say(remark)}
                  </Text>
                ))}
              </Alert>
            )}
            {may('signal.end') && signal.state !== 'resolved' && (
              <AskForm
                by={SIGNALS_ROUTES}
                act="POST /api/detect/signals/:id/end"
                label={say(SIGNALS.end)}
                hint={say(SIGNALS.endHint)}
                onDone={() => lookAgain(client, ['signals', 'signal-counts'])}
                fields={{ reason: { label: say(SIGNALS.endReason), kind: 'text', needed: true } }}
                given={{ id }}
              />
            )}
            {may('room.write') && incidents.length > 0 && (
              <AskForm
                by={DETECTIONS_ROUTES}
                act="POST /api/respond/incidents/:id/signals"
                label={say(ROOM.attach)}
                hint={say(ROOM.attachHint)}
                onDone={({ linked }) => {
                  lookAgain(client, ['incident-signals']);
                  notifications.show({
                    message: say(linked > 0 ? ROOM.attached : ROOM.attachedBefore),
                    color: linked > 0 ? 'green' : 'yellow',
                  });
                }}
                fields={{ id: { label: say(W.incident), kind: 'choice', choices: incidents } }}
                given={{ signalIds: [id] }}
              />
            )}
            <Texts title={say(W.labels)} texts={signal.labels} />
            <Texts title={say(SIGNALS.annotations)} texts={signal.annotations} />
            {/^https?:\/\//.test(signal.url) && (
              <Anchor href={signal.url} target="_blank" rel="noreferrer">
                {say(SIGNALS.openSource)}
              </Anchor>
            )}
          </Stack>
        )}
      </Loaded>
    </aside>
  );
}
