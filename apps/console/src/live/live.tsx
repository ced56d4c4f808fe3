import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Topic } from '../../../../areas/topics.ts';
import { useMe } from '../me.ts';
import { keyOf, lookAgain } from '../queries.ts';
import { showOrganisation } from '../shown-organisation.ts';
import { joinStream } from './join.ts';
import { type Told, type ToTab, whoOf } from './wire.ts';

const Connected = createContext(true);

/** False while the live stream is down: what is shown may be out of date. */
export const useConnected = (): boolean => useContext(Connected);

/** In a flood the screen is refreshed this often, not at every line. */
const GATHER_MS = 250;

interface Pages {
  readonly pages: readonly { readonly rows: readonly Pick<Told, 'line' | 'names'>[] }[];
}

/** Puts a line at its place in its incident's timeline where one is open. @returns false where it is to be asked for */
function addToTimeline(client: QueryClient, { line, names }: Told): boolean {
  const key = ['timeline', line.incidentId];
  const shown = client.getQueryData<Pages>(key);
  const [first, ...rest] = shown?.pages ?? [];
  if (!first || client.isFetching({ queryKey: key }) > 0) return false;
  if (first.rows.some(({ line: { seq } }) => seq === line.seq)) return true;
  // What is entered afterwards stands where it happened; before everything that is shown, the server knows where.
  const place = first.rows.findIndex(({ line: { at } }) => Date.parse(at) <= Date.parse(line.at));
  if (place < 0) return false;
  const rows = first.rows.toSpliced(place, 0, { line, names });
  client.setQueryData<Pages>(key, { ...shown, pages: [{ ...first, rows }, ...rest] });
  return true;
}

/** What a note changes besides the timeline itself. */
const besidesTimeline = (id: string) => [
  keyOf('GET /api/learn/incidents/:id/figure', { params: { id } }),
  keyOf('GET /api/respond/incidents/:id/facts', { params: { id } }),
  keyOf('GET /api/respond/incidents/:id/timeline', { params: { id } }).slice(0, 2),
];

/** What is heard makes stale what it touches; nothing else is asked for. */
function listener(client: QueryClient, setConnected: (connected: boolean) => void) {
  const stale = new Set<Topic>();
  let joined = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    lookAgain(client, stale);
    stale.clear();
    // Every line is one of the audit's.
    void client.invalidateQueries({ queryKey: ['audit'] });
  };
  const touch = (topics: readonly Topic[]) => {
    for (const topic of topics) stale.add(topic);
    timer ??= setTimeout(refresh, GATHER_MS);
  };
  const hearLine = (told: Told) => {
    // What was written stands there at once; only what follows from it is asked for.
    const shown = addToTimeline(client, told);
    const { kind, incidentId } = told.line;
    const noted = shown && kind === 'timeline.noted' && incidentId !== null;
    if (noted)
      for (const queryKey of besidesTimeline(incidentId)) void client.invalidateQueries({ queryKey });
    touch(noted ? [] : told.touches);
  };
  return {
    hear: (event: ToTab) => {
      if (event.kind === 'line') hearLine(event.told);
      else if (event.kind === 'signals') touch(['signals', 'signal-counts', 'incident-signals']);
      else if (event.kind === 'ready') {
        setConnected(true);
        // What was asked for before the stream carried anything may have changed in between, and nobody would say so.
        if (event.stale || !joined) void client.invalidateQueries();
        joined = true;
      } else if (event.kind === 'lost') setConnected(false);
      else if (event.kind === 'refused') lookAgain(client, ['me']);
      // Other eyes: what the former person saw is not theirs.
      else if (event.kind === 'another') {
        showOrganisation(undefined);
        void client.resetQueries();
      }
    },
    end: () => clearTimeout(timer),
  };
}

/** Screens are told what happens as it happens, by the one stream that all tabs of this browser share. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data: me } = useMe();
  const who = me && whoOf(me.userId, me.organisation.orgId);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    if (who === undefined) return;
    const { hear, end } = listener(client, setConnected);
    const leave = joinStream(who, hear);
    return () => {
      leave();
      end();
    };
  }, [client, who]);
  return <Connected value={connected}>{children}</Connected>;
}
