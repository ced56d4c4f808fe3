import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';
import { saidOfService } from './schema.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'statement.drafted': {
    name: { ja: '発表文を作成', en: 'Statement drafted' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ statementId: id, number: z.int(), audience: text, kind: text }),
  },
  'statement.approved': {
    name: { ja: '発表文を承認', en: 'Statement approved' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    // Lines of before say its number alone.
    body: z.object({ statementId: id, number: z.int(), audience: text.optional(), kind: text.optional() }),
  },
  'statement.refused': {
    name: { ja: '発表文を差し止め', en: 'Statement blocked' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    // How many withheld things it held; never the words.
    body: z.object({ statementId: id, number: z.int(), audience: text, withheld: z.int() }),
  },
  'statement.sent': {
    name: { ja: '発表を記録', en: 'Statement published' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({
      statementId: id,
      number: z.int(),
      audience: text,
      kind: text,
      outlet: text,
      text,
      services: z.array(saidOfService).optional(),
    }),
  },
  'statement.withdrawn': {
    name: { ja: '発表文の案を取り下げ', en: 'Draft statement withdrawn' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ statementId: id, number: z.int(), audience: text }),
  },
  'statement.update-missed': {
    name: { ja: '続報の予定時刻を超過', en: 'Update overdue' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    body: z.object({ statementId: id, number: z.int(), audience: text }),
  },
  'withheld.set': {
    name: { ja: '公表しない事項を変更', en: 'Withheld terms changed' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    // Neither the word nor the reason: that would say what is withheld.
    body: z.object({ audience: text, lifted: z.boolean() }),
  },
  'withheld.lift-asked': {
    name: { ja: '公表しない事項の解除を提案', en: 'Removal of a withheld term proposed' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({ audience: text }),
  },
  'inquiry.logged': {
    name: { ja: '問い合わせを記録', en: 'Inquiry logged' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ inquiryId: id, number: z.int(), question: text }),
  },
  'inquiry.proposed': {
    name: { ja: '問い合わせへの回答案を作成', en: 'Answer to an inquiry proposed' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ inquiryId: id, number: z.int() }),
  },
  'inquiry.answered': {
    name: { ja: '問い合わせに回答', en: 'Inquiry answered' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ inquiryId: id, number: z.int(), answer: text }),
  },
  'individuals.notified': {
    name: { ja: '個別通知を送信', en: 'Individuals notified' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRoom,
    body: z.object({ statementId: id, number: z.int(), count: z.int() }),
  },
  'status.named': {
    name: { ja: '状況ページのサービス名を公開', en: 'Service names published on the status page' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: [],
    body: z.object({ services: z.array(text) }),
  },
} as const satisfies Record<string, FactKind>;
