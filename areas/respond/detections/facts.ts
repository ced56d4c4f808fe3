import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { onIncidents } from '../incidents/facts.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  // A flood links thousands at once: the number is exact, the list holds the first few.
  'incident.signals-linked': {
    name: { ja: 'シグナルを紐付け', en: 'Signals linked' },
    read: 'incident.read',
    tone: 'event',
    machinery: false,
    touches: onIncidents,
    body: z.object({ count: z.int(), signals: z.array(z.object({ signalId: id, title: text })).max(20) }),
  },
  // How many of its signals are over, and how many are not: firing, or silent of which nobody knows.
  'incident.signals-ended': {
    name: { ja: 'シグナルの終わり', en: 'Signals ended' },
    read: 'incident.read',
    tone: 'recovery',
    machinery: false,
    touches: onIncidents,
    body: z.object({
      count: z.int(),
      silent: z.int(),
      left: z.int(),
      byRule: z.boolean(),
      signals: z.array(z.object({ signalId: id, title: text })).max(20),
    }),
  },
  'incident.signals-back': {
    name: { ja: 'シグナルの再発', en: 'Signals are back' },
    read: 'incident.read',
    tone: 'event',
    machinery: false,
    touches: onIncidents,
    body: z.object({ count: z.int(), signals: z.array(z.object({ signalId: id, title: text })).max(20) }),
  },
  'incident.signal-unlinked': {
    name: { ja: 'シグナルの紐付けを外す', en: 'Signal taken off' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ signalId: id, title: text }),
  },
  'incident.detected': {
    name: { ja: '検知', en: 'Noticed' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ route: text, text }),
  },
} as const satisfies Record<string, FactKind>;
