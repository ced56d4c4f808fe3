import type { facts } from '../../../../areas/detect/facts.ts';
import { type Details, saysNoMore } from '../respond/timeline/detail.ts';

export const details: Details<keyof typeof facts> = {
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
