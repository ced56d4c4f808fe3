import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const ofList = z.object({ personId: z.uuid(), list: z.string() });

export const facts = {
  'account.view-kept': {
    name: { ja: '一覧の表示を保存', en: 'List view saved' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: true,
    touches: [],
    body: ofList,
  },
  'account.view-removed': {
    name: { ja: '一覧の表示を削除', en: 'List view removed' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: true,
    touches: [],
    body: ofList,
  },
} as const satisfies Record<string, FactKind>;
