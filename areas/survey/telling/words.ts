import { type Details, saysNoMore } from '../../telling.ts';
import type { facts } from '../facts.ts';

export const details: Details<typeof facts> = {
  ...saysNoMore(
    'survey.list-kept',
    'survey.operator-kept',
    'survey.operator-verified',
    'survey.operator-ended',
  ),
};
