import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  'improvement.adopted': {
    name: { ja: '教訓を改善に反映', en: 'Lesson adopted as an improvement' },
    read: 'case.read',
    tone: 'quiet',
    machinery: false,
    touches: ['improvements'],
    // Of a lesson that another organisation published there is no case here.
    body: z.object({ improvementId: id, caseId: id.nullable(), lessonId: text.nullable() }),
  },
  'improvement.changed': {
    name: { ja: '改善策を変更', en: 'Improvement changed' },
    read: 'case.read',
    tone: 'quiet',
    machinery: false,
    touches: ['improvements'],
    body: z.object({ improvementId: id, state: text }),
  },
} as const satisfies Record<string, FactKind>;
