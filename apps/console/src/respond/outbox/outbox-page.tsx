import { Alert, CloseButton, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { markedIn } from '../../../../../areas/respond/incidents/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Boundary } from '../../ui/boundary.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { AppLink, ButtonLink } from '../../ui/links.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ago } from '../../ui/time.tsx';
import { ATTEMPT_WORDS, reasonWords, W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { OUTBOX } from './words.ts';

const route = getRouteApi('/shell/respond/outbox');
type Entry = ReplyOf<'GET /api/respond/outbox'>['entries'][number];
const TONES: Record<Entry['state'], Tone> = {
  queued: 'quiet',
  held: 'event',
  sending: 'quiet',
  accepted: 'response',
  delivered: 'response',
  seen: 'response',
  failed: 'event',
  acknowledged: 'recovery',
  withdrawn: 'quiet',
  reached: 'recovery',
  returned: 'event',
};
const h = columnHelper<Entry>();

/** What was to be sent and what became of it. It never says "sent" of what was not. */
export function OutboxPage() {
  const { say, labelled } = useSpeech();
  const { state, open } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: { state?: typeof state; open?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor('state', {
      header: say(W.state),
      size: 170,
      meta: { text: (state: keyof typeof ATTEMPT_WORDS) => say(ATTEMPT_WORDS[state]) },
      cell: (c) => <Mark tone={TONES[c.getValue()]}>{say(ATTEMPT_WORDS[c.getValue()])}</Mark>,
    }),
    h.accessor('personName', {
      header: say(OUTBOX.to),
      size: 180,
      cell: (c) => c.getValue() ?? say(W.someone),
    }),
    h.accessor('subject', { header: say(W.title), size: 340, meta: { grow: true } }),
    h.accessor('createdAt', { header: say(W.first), size: 130, cell: (c) => <Ago at={c.getValue()} /> }),
  ]);
  const channels = useQuery(reading('GET /api/respond/channels', {}, 'channels'));
  const held = useQuery(
    reading('GET /api/respond/outbox', { query: { state: 'held', limit: 500 } }, 'outbox'),
  );
  const unconfigured =
    channels.data?.channels.some(({ id, configured }) => id === 'email' && !configured) === true;
  const waiting = held.data?.entries.length ?? 0;
  const entryIn = (rows: readonly Entry[]) => rows.find(({ id }) => id === open);
  return (
    <ListScreen<Entry, string>
      title={say(TITLES.outbox)}
      queryKey={['outbox', state]}
      load={async (before: string | undefined, signal) => {
        const page = await call('GET /api/respond/outbox', { query: { state, before, limit: 100 } }, signal);
        return { rows: page.entries, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      selected={open}
      onOpen={(row) => set({ open: row.id })}
      facets={
        <SegmentedControl
          size="xs"
          aria-label={say(W.state)}
          value={state}
          onChange={(next) => set({ state: next as typeof state })}
          data={[
            { value: 'any', label: say(W.any) },
            ...(['held', 'failed', 'accepted', 'acknowledged'] as const).map((value) => ({
              value,
              label: say(ATTEMPT_WORDS[value]),
            })),
          ]}
        />
      }
      empty={say(OUTBOX.outboxEmpty)}
      above={
        unconfigured && (
          <Alert color={waiting > 0 ? 'red' : 'yellow'}>
            <Group justify="space-between">
              {waiting > 0 ? (
                <Mark tone="event">{say(OUTBOX.notSent, { count: waiting })}</Mark>
              ) : (
                <span>{say(OUTBOX.noMail)}</span>
              )}
              <ButtonLink to="/settings/channels">{say(W.configureMail)}</ButtonLink>
            </Group>
          </Alert>
        )
      }
      beside={(rows) => {
        const entry = entryIn(rows);
        return (
          <>
            {entry && (
              <aside className="side">
                <Boundary of={entry.id}>
                  <Stack>
                    <Group justify="space-between" wrap="nowrap" align="start">
                      <Title order={2}>{markedIn(say(W.drillMark), entry.subject)}</Title>
                      <CloseButton onClick={() => set({ open: '' })} aria-label={say(W.cancel)} />
                    </Group>
                    <Mark tone={TONES[entry.state]}>{say(ATTEMPT_WORDS[entry.state])}</Mark>
                    {entry.reason && (
                      <Text style={{ overflowWrap: 'anywhere' }}>
                        {labelled(say(OUTBOX.reason), say(reasonWords(entry.reason)))}
                      </Text>
                    )}
                    {entry.incidentId && (
                      <AppLink to="/respond/incidents/$id" params={{ id: entry.incidentId }}>
                        {say(W.incident)}
                      </AppLink>
                    )}
                    <div className="code">{entry.text}</div>
                  </Stack>
                </Boundary>
              </aside>
            )}
          </>
        );
      }}
    />
  );
}
