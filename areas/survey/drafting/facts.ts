import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'survey.case-drafted': {
    name: { ja: '事案を起案', en: 'Case drafted from an event' },
    read: 'survey.intake',
    tone: 'decision',
    machinery: false,
    touches: ['survey-hearings', 'cases'],
    body: z.object({ eventId: z.uuid(), caseId: z.uuid() }),
  },
} as const satisfies Record<string, FactKind>;
