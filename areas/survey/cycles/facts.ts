import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { CYCLE_STATES } from '../terms/words.ts';

const of = z.object({ cycleId: z.uuid() });
const said = { read: 'survey.read', machinery: false, touches: ['survey-cycles'] } as const;

export const facts = {
  'survey.cycle-opened': {
    name: { ja: '調査を登録', en: 'Survey opened' },
    tone: 'decision',
    ...said,
    body: of.extend({ fiscalYear: z.int() }),
  },
  'survey.cycle-changed': {
    name: { ja: '調査の内容を変更', en: 'Survey changed' },
    tone: 'quiet',
    ...said,
    body: of.extend({ version: z.int() }),
  },
  'survey.criteria-kept': {
    name: { ja: '選定の観点を変更', en: 'Selection criteria saved' },
    tone: 'quiet',
    ...said,
    body: of.extend({ edition: z.int() }),
  },
  'survey.cycle-turned': {
    name: { ja: '調査の段階を変更', en: 'Survey moved on' },
    tone: 'decision',
    ...said,
    body: of.extend({ state: z.enum(CYCLE_STATES), reason: z.string() }),
  },
} as const satisfies Record<string, FactKind>;
