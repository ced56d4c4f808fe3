import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';
import { END_HOWS } from './schema.ts';

const id = z.uuid();
const text = z.string();

const onSignals = ['signals', 'signal-counts'] as const satisfies readonly Topic[];

export const facts = {
  'signal.appeared': {
    name: { ja: 'シグナル発生', en: 'Signal appeared' },
    read: 'signal.read',
    tone: 'event',
    machinery: false,
    touches: onSignals,
    body: z.object({ signalId: id, sourceId: id, title: text, severity: text }),
  },
  'signal.reappeared': {
    name: { ja: 'シグナル再発', en: 'Signal reappeared' },
    read: 'signal.read',
    tone: 'event',
    machinery: false,
    touches: onSignals,
    body: z.object({ signalId: id, sourceId: id, title: text, episode: z.int() }),
  },
  'signal.resolved': {
    name: { ja: 'シグナル復旧', en: 'Signal resolved' },
    read: 'signal.read',
    tone: 'recovery',
    machinery: false,
    touches: onSignals,
    body: z.object({ signalId: id, sourceId: id, title: text, count: z.number() }),
  },
  'signal.fell-silent': {
    name: { ja: 'シグナル途絶', en: 'Signal went silent' },
    read: 'signal.read',
    tone: 'quiet',
    machinery: false,
    touches: onSignals,
    body: z.object({ signalId: id, sourceId: id, title: text, count: z.number() }),
  },
  'signal.ended': {
    name: { ja: 'シグナルを手動で終了', en: 'Signal ended manually' },
    read: 'signal.read',
    tone: 'recovery',
    machinery: false,
    touches: onSignals,
    body: z.object({
      signalId: id,
      sourceId: id,
      title: text,
      count: z.number(),
      how: z.enum(END_HOWS),
      reason: text,
    }),
  },
} as const satisfies Record<string, FactKind>;
