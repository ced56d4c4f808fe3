import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ cycleId: z.uuid() });
const said = { read: 'survey.intake', machinery: false, touches: ['survey-publications'] } as const;

export const facts = {
  'survey.lessons-sent': {
    name: { ja: '公表した教訓を送付', en: 'Published lessons sent' },
    ...said,
    tone: 'decision',
    body: of.extend({ number: z.int(), peers: z.int() }),
  },
  'survey.lesson-answers-received': {
    name: { ja: '教訓への回答を受領', en: 'Answers to lessons received' },
    ...said,
    tone: 'quiet',
    body: of,
  },
} as const satisfies Record<string, FactKind>;
