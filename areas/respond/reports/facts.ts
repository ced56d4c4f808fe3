import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();
/** Which report, by which edition of its regime and what that is called; lines of old say neither. */
const aReport = {
  reportId: id,
  regime: text,
  edition: z.int().optional(),
  name: bilingual.optional(),
  stage: text,
};

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'report.opened': {
    name: { ja: '報告期限を設定（起算）', en: 'Report clock started' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ ...aReport, startFact: text, dueAt: text.nullable() }),
  },
  'report.due-soon': {
    name: { ja: '報告の期限が近い', en: 'Report due soon' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    body: z.object({ ...aReport, dueAt: text }),
  },
  'report.form-kept': {
    name: { ja: '報告の様式に記入', en: 'Report form filled in' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ ...aReport, form: text, fields: z.int() }),
  },
  'report.overdue': {
    name: { ja: '報告の期限切れ', en: 'Report overdue' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ ...aReport, dueAt: text }),
  },
  'report.receipt-noted': {
    name: { ja: '報告の受付番号を記録', en: 'Report receipt recorded' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ ...aReport, receipt: text }),
  },
  'report.submitted': {
    name: { ja: '報告を提出', en: 'Report submitted' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ ...aReport, receipt: text }),
  },
  'report.not-needed': {
    name: { ja: '報告を不要と判断', en: 'Report not required' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    // Of a regime as a whole: on what it seemed owed when it was ruled out.
    body: z.object({
      ...aReport,
      reason: text,
      grounds: z.array(text).optional(),
    }),
  },
} as const satisfies Record<string, FactKind>;
