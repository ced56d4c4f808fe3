import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

export const onIncidents = [
  'incidents',
  'incident',
  'timeline',
  'incident-signals',
  'shares',
  'room',
] as const satisfies readonly Topic[];

export const facts = {
  'incident.changed': {
    name: { ja: 'インシデント情報を訂正', en: 'Incident details corrected' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({
      title: text,
      severity: z.int(),
      site: text.nullable().optional(),
      /** What stood there until then: what an undoing brings back. */
      from: z.object({ title: text, severity: z.int(), site: text.nullable().optional() }).optional(),
    }),
  },
  'incident.shared': {
    name: { ja: '社外と共有', en: 'Shared externally' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ personId: id }),
  },
  'incident.unshared': {
    name: { ja: '社外との共有を終了', en: 'Sharing ended' },
    read: 'incident.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ personId: id }),
  },
  'incident.rated': {
    name: { ja: '深刻度を評価', en: 'Severity rated' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ continuity: z.int(), safety: z.int(), trust: z.int(), afterwards: z.boolean() }),
  },
  'incident.reclassified': {
    name: { ja: '事態の種別を変更', en: 'Reclassified' },
    read: 'room.read',
    tone: 'decision',
    machinery: false,
    touches: onIncidents,
    body: z.object({ from: text.nullable(), to: text.nullable(), evidence: text }),
  },
  'incident.system-marked': {
    name: { ja: '影響システムを記録', en: 'Affected system recorded' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: onIncidents,
    body: z.object({ asset: text, state: text }),
  },
} as const satisfies Record<string, FactKind>;
