import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'rule.added': {
    name: { ja: '宣言ルールを追加', en: 'Rule added' },
    read: 'rule.read',
    tone: 'decision',
    machinery: false,
    touches: ['rules'],
    body: z.object({ ruleId: id }),
  },
  'rule.changed': {
    name: { ja: '宣言ルールを変更', en: 'Rule changed' },
    read: 'rule.read',
    tone: 'decision',
    machinery: false,
    touches: ['rules'],
    body: z.object({ ruleId: id }),
  },
  'rule.moved': {
    name: { ja: '宣言ルールの順序を変更', en: 'Rule moved' },
    read: 'rule.read',
    tone: 'decision',
    machinery: false,
    touches: ['rules'],
    body: z.object({ ruleId: id, before: id.nullable() }),
  },
  'rule.removed': {
    name: { ja: '宣言ルールを削除', en: 'Rule removed' },
    read: 'rule.read',
    tone: 'decision',
    machinery: false,
    touches: ['rules'],
    body: z.object({ ruleId: id }),
  },
} as const satisfies Record<string, FactKind>;
