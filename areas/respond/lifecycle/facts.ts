import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { onIncidents } from '../incidents/facts.ts';

const id = z.uuid();
const text = z.string();
/** What was left as it was, and why. */
const left = z.array(z.object({ name: text, what: text, why: text })).optional();

export const facts = {
  'incident.declared': {
    name: { ja: 'インシデントを宣言', en: 'Incident declared' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({
      number: z.int(),
      title: text,
      severity: z.int(),
      ruleId: id.nullable(),
      signalId: id.nullable(),
      page: z.boolean(),
      drill: z.boolean().optional(),
    }),
  },
  'incident.merged': {
    name: { ja: '別のインシデントに統合', en: 'Merged into another incident' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ intoId: id, number: z.int() }),
  },
  'incident.taken-in': {
    name: { ja: '別のインシデントを統合', en: 'Another incident merged in' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ fromId: id, number: z.int(), signals: z.int() }),
  },
  'incident.unlinked': {
    name: { ja: '関連付けを解除', en: 'Unlinked' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ otherId: id, number: z.int().optional() }),
  },
  'incident.resolved': {
    name: { ja: '復旧を記録', en: 'Incident resolved' },
    read: 'incident.read',
    tone: 'recovery',
    machinery: false,
    touches: onIncidents,
    body: z.object({ note: text, left, calling: z.boolean().optional() }),
  },
  'incident.reopened': {
    name: { ja: '対応を再開', en: 'Incident reopened' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ note: text, from: z.enum(['resolved', 'closed']).optional() }),
  },
  'incident.closed': {
    name: { ja: 'インシデントを終了', en: 'Incident closed' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ note: text, left }),
  },
  'incident.time-stated': {
    name: { ja: '時刻を記録', en: 'Time recorded' },
    read: 'incident.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    // `at` and `precision` of the line are the time itself.
    body: z.object({ which: text, note: text, noChecks: text.optional() }),
  },
  'incident.linked': {
    name: { ja: 'ほかのインシデントと関連付け', en: 'Linked with another incident' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({
      otherId: id,
      how: text,
      note: text,
      noImpact: z.boolean(),
      improvementId: id.nullable().optional(),
      number: z.int().optional(),
    }),
  },
  'incident.restricted': {
    name: { ja: '閲覧者を限定', en: 'Restricted' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ restricted: z.boolean() }),
  },
} as const satisfies Record<string, FactKind>;
