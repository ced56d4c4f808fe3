import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onCallRuns = ['call-runs', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'call-run.begun': {
    name: { ja: '電話連絡を開始', en: 'Phone calls started' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onCallRuns,
    body: z.object({ runId: id, cause: text, band: text, drill: z.boolean(), calls: z.int() }),
  },
  'call-run.logged': {
    name: { ja: '電話の結果を記録', en: 'Phone call recorded' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onCallRuns,
    body: z.object({ runId: id, position: z.int(), outcome: text }),
  },
  'call-run.ended': {
    name: { ja: '電話連絡を終了', en: 'Phone calls ended' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onCallRuns,
    body: z.object({ runId: id }),
  },
} as const satisfies Record<string, FactKind>;
