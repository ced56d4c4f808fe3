import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'headquarters.proposed': {
    name: { ja: '対策本部の設置を提案', en: 'Headquarters proposed' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    body: z.object({ headquartersId: id, name: text, level: z.int(), inputs: z.record(text, z.unknown()) }),
  },
  'headquarters.declined': {
    name: { ja: '対策本部の設置を見送り', en: 'Headquarters declined' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({ headquartersId: id, reason: text }),
  },
  'headquarters.set-up': {
    name: { ja: '対策本部を設置', en: 'Headquarters set up' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({
      headquartersId: id,
      name: text,
      seconds: z.int().nullable(),
      targetMinutes: z.int(),
      met: z.boolean().nullable(),
    }),
  },
  'headquarters.changed': {
    name: { ja: '対策本部の場所・会議・報告間隔を変更', en: 'Headquarters updated' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    // A bridge is a link with its pass code: that it changed is told, the link stays in its table.
    body: z.object({ headquartersId: id, room: text, bridgeChanged: z.boolean(), briefMinutes: z.int() }),
  },
  'headquarters.stood-down': {
    name: { ja: '対策本部を解散', en: 'Headquarters stood down' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({ headquartersId: id, reason: text }),
  },
  'decision.recorded': {
    name: { ja: '決定', en: 'Decision' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({
      question: text,
      options: z.array(text),
      decision: text,
      basis: text,
      deciderId: id,
      clientId: id.optional(),
    }),
  },
  'brief.due': {
    name: { ja: '経営層への報告を下書き', en: 'Executive brief drafted' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ briefId: id, number: z.int() }),
  },
  'brief.sent': {
    name: { ja: '経営層に確認を依頼', en: 'Executive brief sent' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ briefId: id, number: z.int(), readerIds: z.array(id) }),
  },
  'brief.read': {
    name: { ja: '経営層が確認', en: 'Executive brief read' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ briefId: id, number: z.int(), personId: id }),
  },
} as const satisfies Record<string, FactKind>;
