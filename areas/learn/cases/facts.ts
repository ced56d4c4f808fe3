import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onCases = ['cases', 'case', 'similar-cases', 'lessons'] as const satisfies readonly Topic[];

export const facts = {
  'case.opened': {
    name: { ja: '事例を作成', en: 'Case created' },
    read: 'case.read',
    tone: 'quiet',
    machinery: false,
    touches: onCases,
    body: z.object({ caseId: id }),
  },
  'case.revised': {
    name: { ja: '事例を改訂', en: 'Case revised' },
    read: 'case.read',
    tone: 'quiet',
    machinery: false,
    touches: onCases,
    body: z.object({ caseId: id, version: z.int() }),
  },
  'case.turned': {
    name: { ja: '事例の状態を変更', en: 'Case state changed' },
    read: 'case.read',
    tone: 'quiet',
    machinery: false,
    touches: onCases,
    // Of which version, and whether whoever did it had written it: told since turns are kept.
    body: z.object({ caseId: id, state: text, version: z.int().optional(), own: z.boolean().optional() }),
  },
} as const satisfies Record<string, FactKind>;
