import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { LESSON_ANSWERS } from '../terms/words.ts';

const of = z.object({ publishedId: z.uuid() });
const said = { read: 'report.send', tone: 'quiet', machinery: false, touches: ['own-reports'] } as const;

/** Which answer to which lesson; the reason stands with the lesson and nowhere else. */
export const facts = {
  'own-report.lessons-received': {
    name: { ja: '公表された教訓を受領', en: 'Published lessons received' },
    ...said,
    body: of.extend({ edition: z.int(), lessons: z.int(), withdrawn: z.int() }),
  },
  'own-report.lesson-answered': {
    name: { ja: '公表された教訓に回答', en: 'Published lesson answered' },
    ...said,
    tone: 'decision',
    body: of.extend({ lesson: z.string(), answer: z.enum(LESSON_ANSWERS), packageId: z.uuid() }),
  },
  'own-report.lesson-answers-settled': {
    name: { ja: '教訓への回答の受領証を受領', en: 'Receipt for answers to lessons' },
    ...said,
    body: of.extend({ packageId: z.uuid(), outcome: z.enum(['taken', 'refused']) }),
  },
} as const satisfies Record<string, FactKind>;
