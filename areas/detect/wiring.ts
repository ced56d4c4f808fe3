import { nothingFollows, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';
import type { timers } from './work.ts';

type Own = keyof typeof timers;

export const wiring: Wiring<keyof typeof facts, Own> = {
  // What other areas tell of.
  'organisation.founded': [() => ({ timer: 'expire-signals', key: 'every', body: {} })],

  ...nothingFollows(
    'source.added',
    'source.changed',
    'source.refused',
    'source.removed',
    'signal.appeared',
    'signal.reappeared',
    'signal.resolved',
    'signal.fell-silent',
    'heartbeat.added',
    'heartbeat.removed',
    'heartbeat.missed',
    'heartbeat.returned',
  ),
};
