import type { facts } from '../../../../areas/learn/facts.ts';
import { type Details, saysNoMore } from '../respond/timeline/detail.ts';

export const details: Details<keyof typeof facts> = saysNoMore(
  'case.opened',
  'case.revised',
  'case.turned',
  'improvement.adopted',
  'improvement.changed',
);
