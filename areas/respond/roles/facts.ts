import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'role.assigned': {
    name: { ja: '役割を割り当て', en: 'Role assigned' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({
      role: text,
      name: text,
      personId: id,
      /** Who held it until then, since when, and whether they were there: what an undoing brings back. */
      from: z.object({ personId: id, since: text, attendedAt: text.nullable() }).optional(),
    }),
  },
  'role.released': {
    name: { ja: '役割の割り当てを取り消し', en: 'Role assignment undone' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({
      role: text,
      name: text,
      fromId: id,
      /** Whoever held it before holds it again; nobody, where it was new. */
      toId: id.nullable(),
      /** They had not come yet, and their call ended when the role went to somebody else. */
      called: z.literal(true).optional(),
    }),
  },
  'role.offered': {
    name: { ja: '引き継ぎを依頼', en: 'Handover requested' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({ role: text, name: text, fromId: id, toId: id, note: text }),
  },
  'role.taken': {
    name: { ja: '引き継ぎを完了', en: 'Handover completed' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({ role: text, name: text, fromId: id, toId: id }),
  },
  'role.attended': {
    name: { ja: '参集', en: 'Marked present' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onRoom,
    body: z.object({ role: text, name: text, personId: id }),
  },
} as const satisfies Record<string, FactKind>;
