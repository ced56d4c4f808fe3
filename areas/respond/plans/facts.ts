import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const text = z.string();

const onIncidents = [
  'incidents',
  'incident',
  'timeline',
  'incident-signals',
  'shares',
  'room',
] as const satisfies readonly Topic[];

export const facts = {
  'incident.estimated': {
    name: { ja: '見積もりを更新', en: 'Estimate updated' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ input: text, value: z.union([z.number(), z.boolean(), text]).nullable() }),
  },
  'incident.plan-unreadable': {
    name: { ja: '対応計画の読み取り不可', en: 'Plan unreadable' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ key: text }),
  },
  'incident.plan-chosen': {
    name: { ja: '対応計画を適用', en: 'Plan applied' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    // By its criteria, or by the hand of the actor.
    body: z.object({ key: text, version: z.int(), name: text, by: z.enum(['criteria', 'hand']) }),
  },
} as const satisfies Record<string, FactKind>;
