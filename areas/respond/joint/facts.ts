import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'joint.offered': {
    name: { ja: '共同記録を申し出', en: 'Linked record offered' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRoom,
    body: z.object({ jointId: id }),
  },
  'joint.linked': {
    name: { ja: '他組織の記録と連携', en: 'Linked with another organisation' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRoom,
    body: z.object({ jointId: id, organisation: text }),
  },
  'joint.told': {
    name: { ja: '相手組織への連絡', en: 'Message to the other organisation' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRoom,
    body: z.object({ organisation: text, text }),
  },
  'joint.heard': {
    name: { ja: '相手組織からの連絡', en: 'Message from the other organisation' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRoom,
    body: z.object({ organisation: text, text }),
  },
  'joint.ended': {
    name: { ja: '連携を終了', en: 'Link ended' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onRoom,
    body: z.object({ organisation: text }),
  },
} as const satisfies Record<string, FactKind>;
