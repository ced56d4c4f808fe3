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
    name: { ja: '見積もりを更新', en: 'Estimate changed' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ input: text, value: z.union([z.number(), z.boolean(), text]).nullable() }),
  },
  'incident.plan-unreadable': {
    name: { ja: '対応計画を読めない', en: 'A plan cannot be read' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ key: text }),
  },
  'incident.plan-chosen': {
    name: { ja: '対応計画を適用', en: 'Plan chosen' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    // By its criteria, or by the hand of the actor.
    body: z.object({ key: text, version: z.int(), name: text, by: z.enum(['criteria', 'hand']) }),
  },
} as const satisfies Record<string, FactKind>;
