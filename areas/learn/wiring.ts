import { nothingFollows, ofIncident, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';
import type { timers } from './work.ts';

type Own = keyof typeof timers;

export const wiring: Wiring<keyof typeof facts, Own> = {
  // What other areas tell of.
  'incident.closed': [ofIncident('draft-case')],

  ...nothingFollows(
    'case.opened',
    'case.revised',
    'case.turned',
    'improvement.adopted',
    'improvement.changed',
  ),
};
