import { nothingFollows, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';

export const wiring: Wiring<keyof typeof facts, never> = {
  ...nothingFollows(
    'survey.list-kept',
    'survey.operator-kept',
    'survey.operator-verified',
    'survey.operator-ended',
  ),
};
