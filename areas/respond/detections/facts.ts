import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { onIncidents } from '../incidents/facts.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  // A flood links thousands at once: the number is exact, the list holds the first few.
  'incident.signals-linked': {
    name: { ja: 'シグナルを追加', en: 'Signals added' },
    read: 'incident.read',
    tone: 'event',
    machinery: false,
    touches: onIncidents,
    body: z.object({ count: z.int(), signals: z.array(z.object({ signalId: id, title: text })).max(20) }),
  },
  // How many of its signals are over, and how many are not: firing, or silent of which nobody knows.
  'incident.signals-ended': {
    name: { ja: 'シグナルが終了', en: 'Signals ended' },
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
    name: { ja: 'シグナルが再発', en: 'Signals recurred' },
    read: 'incident.read',
    tone: 'event',
    machinery: false,
    touches: onIncidents,
    body: z.object({ count: z.int(), signals: z.array(z.object({ signalId: id, title: text })).max(20) }),
  },
  'incident.signal-unlinked': {
    name: { ja: 'シグナルの追加を取り消し', en: 'Signal removed' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ signalId: id, title: text }),
  },
  'incident.detected': {
    name: { ja: '検知', en: 'Detected' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ route: text, text }),
  },
} as const satisfies Record<string, FactKind>;
