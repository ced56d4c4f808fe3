import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'notice.settled': {
    name: { ja: '通知・依頼の送信結果', en: 'Message sent, held or failed' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: onRoom,
    body: z.object({ noticeId: id, kind: text, state: text }),
  },
  'request.sent': {
    name: { ja: '社外への依頼', en: 'Request sent to an external party' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: onRoom,
    body: z.object({ taskId: id, number: z.int(), title: text, party: text }),
  },
  'request.not-sent': {
    name: {
      ja: '依頼の送信不可（連絡先なし。別の手段で連絡が必要）',
      en: 'Request not sent: no address. Contact them by other means',
    },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: onRoom,
    body: z.object({ taskId: id, number: z.int(), title: text, party: text }),
  },
  'request.answered': {
    name: { ja: '依頼への回答', en: 'External party answered' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: onRoom,
    body: z.object({
      taskId: id,
      number: z.int(),
      title: text,
      party: text,
      answer: text,
      done: z.boolean(),
    }),
  },
} as const satisfies Record<string, FactKind>;
