import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const text = z.string();

export const facts = {
  'timeline.attached': {
    name: { ja: '添付ファイル', en: 'Attachment' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: ['timeline'],
    // The hash is of the bytes as they are kept: of a picture, without the place it was taken at.
    body: z.object({
      id: z.uuid(),
      name: text,
      type: text,
      size: z.int(),
      sha256: text,
      note: text,
      clientId: z.uuid().optional(),
    }),
  },
} as const satisfies Record<string, FactKind>;
