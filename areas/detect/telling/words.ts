import { type Details, saysNoMore } from '../../telling.ts';
import type { facts } from '../facts.ts';

export const details: Details<typeof facts> = {
  'signal.ended': (body) => [body.reason],
  ...saysNoMore(
    'heartbeat.added',
    'heartbeat.changed',
    'heartbeat.removed',
    'heartbeat.missed',
    'heartbeat.returned',
    'signal.appeared',
    'signal.reappeared',
    'signal.resolved',
    'signal.fell-silent',
    'source.added',
    'source.changed',
    'source.refused',
    'source.removed',
  ),
};
