import { nothingFollows, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';
import type { timers } from './work.ts';

type Own = keyof typeof timers;
/** A server takes the key of a removed source for some seconds more. */
const KEY_REMEMBERED = { seconds: 7 } as const;

export const wiring: Wiring<keyof typeof facts, Own> = {
  // What other areas tell of.
  'organisation.founded': [() => ({ timer: 'expire-signals', key: 'every', body: {} })],

  // Once at once, and once when whoever remembers the key has forgotten it.
  'source.removed': [
    ({ body: { sourceId } }) => ({ timer: 'end-signals', key: sourceId, body: { sourceId } }),
    ({ body: { sourceId } }) => ({
      timer: 'end-signals',
      key: `${sourceId} late`,
      body: { sourceId },
      after: KEY_REMEMBERED,
    }),
  ],
  'heartbeat.removed': [
    ({ body: { heartbeatId } }) => ({
      timer: 'end-signals',
      key: heartbeatId,
      body: { sourceId: heartbeatId },
    }),
  ],
  ...nothingFollows(
    'source.added',
    'source.changed',
    'source.refused',
    'signal.appeared',
    'signal.reappeared',
    'signal.resolved',
    'signal.fell-silent',
    'signal.ended',
    'heartbeat.added',
    'heartbeat.changed',
    'heartbeat.missed',
    'heartbeat.returned',
  ),
};
