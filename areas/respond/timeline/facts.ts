import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onTimeline = ['timeline', 'similar-cases', 'room'] as const satisfies readonly Topic[];

export const facts = {
  'timeline.noted': {
    name: { ja: '記録', en: 'Note' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: onTimeline,
    // An event or a response has its number in the figure when it is marked for it (C0-M13).
    body: z.object({
      text,
      figure: z.boolean().optional(),
      is: z.enum(['event', 'response']).optional(),
      certainty: text.optional(),
      clientId: id.optional(),
      /** Who is named in it; their names stand in the words as they were typed. */
      mentions: z.array(id).optional(),
    }),
  },
  'timeline.corrected': {
    name: { ja: '訂正', en: 'Correction' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: onTimeline,
    // Where more than the words was wrong: when it happened, and what it was.
    body: z.object({
      text,
      at: text.optional(),
      precision: text.optional(),
      is: text.optional(),
      figure: z.boolean().optional(),
      /** It was written by mistake and counts for nothing, until a later correction says otherwise. */
      struck: z.boolean().optional(),
    }),
  },
  'timeline.annotated': {
    name: { ja: '補足', en: 'Annotation' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: onTimeline,
    body: z.object({ text }),
  },
  // Another source says otherwise: both stand beside each other until it is settled.
  'timeline.disputed': {
    name: { ja: '食い違う情報', en: 'Conflicting account' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: onTimeline,
    body: z.object({ text, source: text }),
  },
  'timeline.settled': {
    name: { ja: '食い違いを整理', en: 'Conflict settled' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: onTimeline,
    // The line whose account holds; none where it was found that neither does.
    body: z.object({ holds: z.int().nullable(), basis: text }),
  },
  'timeline.judged': {
    name: { ja: '対処の結果を記録', en: 'Outcome recorded' },
    read: 'incident.read',
    tone: 'response',
    machinery: false,
    touches: onTimeline,
    body: z.object({ outcome: text }),
  },
} as const satisfies Record<string, FactKind>;
