import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { ReplyOf } from './api.ts';

const Connected = createContext(true);

/** False while the live stream is down: what is shown may be out of date. */
export const useConnected = (): boolean => useContext(Connected);

/** Which queries a kind of fact makes stale: by the first part of their key, or, after a stroke, by one of its later parts. */
export const TOUCHES: readonly [prefix: string, keys: readonly string[]][] = [
  ['incident.', ['incidents', 'incident', 'timeline', 'incident-signals', 'shares', 'room']],
  ['timeline.', ['timeline', 'similar-cases', 'room']],
  ['role.', ['room', 'timeline']],
  ['task.', ['room', 'timeline']],
  // One part of the room: a technician's tap must not make every open console ask for all of it again.
  ['recovery.', ['room/recovery', 'timeline']],
  ['sweep.', ['room/sweep', 'room/tasks', 'room/recovery', 'timeline']],
  ['headquarters.', ['room', 'timeline']],
  ['decision.', ['room', 'timeline']],
  ['brief.', ['room', 'timeline']],
  ['change.', ['room', 'timeline']],
  ['hypothesis.', ['room', 'timeline']],
  ['evidence.', ['room', 'timeline']],
  ['report.', ['room', 'timeline']],
  ['statement.', ['room', 'timeline']],
  ['withheld.', ['room', 'timeline']],
  ['inquiry.', ['room', 'timeline']],
  ['individuals.', ['room', 'timeline']],
  ['status.', ['room', 'timeline']],
  ['notice.', ['room', 'timeline']],
  ['request.', ['room', 'timeline']],
  ['joint.', ['room', 'timeline']],
  ['call-run.', ['call-runs', 'timeline']],
  ['page.', ['pages', 'outbox', 'timeline']],
  ['signal.', ['signals', 'signal-counts']],
  ['heartbeat.', ['heartbeats', 'signals', 'signal-counts']],
  ['source.', ['sources']],
  ['rule.', ['rules']],
  ['duty.', ['duty']],
  ['asset.', ['assets', 'imports', 'readiness']],
  ['register.', ['registers', 'rosters-ahead', 'calls', 'readiness']],
  ['person.', ['people', 'duty']],
  ['unit.', ['units']],
  ['key.', ['keys']],
  ['session.', ['sessions']],
  ['case.', ['cases', 'case', 'similar-cases', 'lessons']],
  ['improvement.', ['improvements']],
  ['channel.', ['channels', 'paging-settings']],
  ['watch.', ['watch']],
  ['organisation.', ['me', 'organisation']],
];

/** In a flood the screen is refreshed this often, not at every line. */
const GATHER_MS = 250;
const AGAIN_MS = 2_000;

interface Told {
  readonly line: ReplyOf<'GET /api/ledger/lines'>['lines'][number];
  readonly names: Readonly<Record<string, string>>;
}
interface Pages {
  readonly pages: readonly { readonly rows: readonly Told[] }[];
}

/** Puts a line on top of its incident's timeline where one is open. @returns false where it is to be asked for */
function addToTimeline(client: QueryClient, { line, names }: Told): boolean {
  const key = ['timeline', line.incidentId];
  const shown = client.getQueryData<Pages>(key);
  const [first, ...rest] = shown?.pages ?? [];
  if (!first || client.isFetching({ queryKey: key }) > 0) return false;
  if (!first.rows.some(({ line: { seq } }) => seq === line.seq))
    client.setQueryData<Pages>(key, {
      ...shown,
      pages: [{ ...first, rows: [{ line, names }, ...first.rows] }, ...rest],
    });
  return true;
}

/** What a note changes besides the timeline itself. */
const besidesTimeline = (incidentId: string | null) => [
  ['room', incidentId, 'figure'],
  ['room', incidentId, 'facts'],
  ['timeline', incidentId, 'board'],
];

/** One live stream per tab. A line of the ledger only says what to look at again; the browser resumes by itself. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const key of stale) {
        const [first, part] = key.split('/');
        void client.invalidateQueries({
          queryKey: [first],
          ...(part && {
            predicate: ({ queryKey }) =>
              queryKey.some((each) => typeof each === 'string' && each.startsWith(part)),
          }),
        });
      }
      stale.clear();
    };
    const touch = (keys: readonly string[]) => {
      for (const key of keys) stale.add(key);
      timer ??= setTimeout(refresh, GATHER_MS);
    };
    let wasLost = false;
    let lastId = '';
    let stream: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      stream = new EventSource(lastId ? `/api/stream?after=${lastId}` : '/api/stream');
      stream.addEventListener('ready', (event: MessageEvent<string>) => {
        setConnected(true);
        lastId = event.lastEventId;
        // Whatever happened while we were away, or in another ledger.
        if (wasLost || (JSON.parse(event.data) as { reset: boolean }).reset) void client.invalidateQueries();
        wasLost = false;
      });
      stream.addEventListener('error', () => {
        wasLost = true;
        setConnected(false);
        // A refusal (a proxy's 502, a restarting server) ends an EventSource for good: begin again by ourselves.
        if (stream?.readyState !== EventSource.CLOSED) return;
        clearTimeout(again);
        again = setTimeout(connect, AGAIN_MS);
        void client.invalidateQueries({ queryKey: ['me'] });
      });
      stream.addEventListener('line', (event: MessageEvent<string>) => {
        lastId = event.lastEventId;
        const told = JSON.parse(event.data) as Told;
        // What was written stands there at once; only what follows from it is asked for.
        const shown = addToTimeline(client, told);
        const keys = TOUCHES.filter(([prefix]) => told.line.kind.startsWith(prefix)).flatMap(
          ([, each]) => each,
        );
        if (shown && told.line.kind === 'timeline.noted') {
          for (const queryKey of besidesTimeline(told.line.incidentId))
            void client.invalidateQueries({ queryKey });
          touch(['audit']);
        } else touch([...keys, 'audit']);
      });
      stream.addEventListener('signals', () => touch(['signals', 'signal-counts', 'incident-signals']));
    };
    connect();
    return () => {
      stream?.close();
      clearTimeout(again);
      clearTimeout(timer);
    };
  }, [client]);
  return <Connected value={connected}>{children}</Connected>;
}
