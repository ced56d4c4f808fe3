import { addressOf } from '../shown-organisation.ts';
import type { Hear, Told } from './wire.ts';

const AGAIN_MS = 2_000;
/** When this person has more streams than the server keeps for one, the oldest waits: they look elsewhere now. */
const REPLACED_MS = 60_000;

/** The stream from the server. It resumes where it was; `after` is what was heard last, by whoever heard it. */
export interface Source {
  readonly lastId: () => string;
  readonly close: () => void;
}
export type OpenSource = (after: string, hear: Hear, orgId: string | undefined) => Source;

export const openSource: OpenSource = (after, hear, orgId) => {
  let lastId = after;
  let stream: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  const connect = () => {
    stream = new EventSource(addressOf(lastId ? `/api/stream?after=${lastId}` : '/api/stream', orgId));
    stream.addEventListener('ready', (event: MessageEvent<string>) => {
      lastId = event.lastEventId;
      // Whatever happened while we were away, or in another ledger.
      const { reset } = JSON.parse(event.data) as { reset: boolean };
      hear({ kind: 'ready', stale: wasLost || reset });
      wasLost = false;
    });
    stream.addEventListener('error', () => {
      wasLost = true;
      hear({ kind: 'lost' });
      // A refusal (a proxy's 502, a restarting server, a session that ended) ends an EventSource for good: begin again.
      if (stream?.readyState !== EventSource.CLOSED) return;
      hear({ kind: 'refused' });
      clearTimeout(again);
      again = setTimeout(connect, AGAIN_MS);
    });
    stream.addEventListener('replaced', () => {
      stream?.close();
      wasLost = true;
      hear({ kind: 'lost' });
      clearTimeout(again);
      again = setTimeout(connect, REPLACED_MS);
    });
    stream.addEventListener('line', (event: MessageEvent<string>) => {
      lastId = event.lastEventId;
      hear({ kind: 'line', told: JSON.parse(event.data) as Told });
    });
    stream.addEventListener('signals', () => hear({ kind: 'signals' }));
  };
  connect();
  return {
    lastId: () => lastId,
    close: () => {
      stream?.close();
      clearTimeout(again);
    },
  };
};
