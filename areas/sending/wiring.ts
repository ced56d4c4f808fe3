import { nothingFollows, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';
import type { jobs, timers } from './work.ts';

export const wiring: Wiring<keyof typeof facts, keyof typeof jobs | keyof typeof timers> = {
  'channel.configured': [() => ({ timer: 'release-held', key: 'held', body: {} })],
  ...nothingFollows('channel.recovered'),
  // What other areas tell of.
  'person.removed': [
    ({ body: { personId } }) => ({ timer: 'forget-recipient', key: personId, body: { personId } }),
  ],
};
