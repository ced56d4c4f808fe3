import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  'source.added': {
    name: { ja: '受信元を追加', en: 'Source added' },
    read: 'source.read',
    tone: 'quiet',
    machinery: false,
    touches: ['sources'],
    body: z.object({ sourceId: id, kind: text }),
  },
  'source.changed': {
    name: { ja: '受信元を変更', en: 'Source changed' },
    read: 'source.read',
    tone: 'quiet',
    machinery: false,
    touches: ['sources'],
    body: z.object({ sourceId: id }),
  },
  // A sender that is wrong is wrong with every body: one line now and then.
  'source.refused': {
    name: { ja: '受信元からの内容を受信不可', en: 'Message from a source rejected' },
    read: 'source.read',
    tone: 'event',
    machinery: false,
    touches: ['sources'],
    body: z.object({ sourceId: id, taken: z.int(), refused: z.int() }),
  },
  'source.removed': {
    name: { ja: '受信元を削除', en: 'Source removed' },
    read: 'source.read',
    tone: 'quiet',
    machinery: false,
    touches: ['sources'],
    body: z.object({ sourceId: id }),
  },
} as const satisfies Record<string, FactKind>;
