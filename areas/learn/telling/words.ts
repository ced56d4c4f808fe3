import { type Details, saysNoMore } from '../../telling.ts';
import type { facts } from '../facts.ts';

export const details: Details<typeof facts> = saysNoMore(
  'case.opened',
  'case.revised',
  'case.turned',
  'improvement.adopted',
  'improvement.changed',
);
