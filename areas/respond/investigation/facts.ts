import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'hypothesis.opened': {
    name: { ja: '仮説', en: 'Hypothesis' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ hypothesisId: id, number: z.int(), text, cyber: z.boolean() }),
  },
  'hypothesis.settled': {
    name: { ja: '仮説の検証結果', en: 'Hypothesis settled' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ hypothesisId: id, number: z.int(), text, state: text, certainty: text, outcome: text }),
  },
  'hypothesis.timed-out': {
    name: { ja: '仮説の検証が時間切れ', en: 'Hypothesis timed out' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    body: z.object({ hypothesisId: id, number: z.int(), text }),
  },
  'evidence.kept': {
    name: { ja: '証拠を保全', en: 'Evidence secured' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ what: text, place: text, sha256: text, custodianId: id }),
  },
  'evidence.handed-over': {
    name: { ja: '証拠を引き渡し', en: 'Evidence handed over' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ to: text, note: text }),
  },
} as const satisfies Record<string, FactKind>;
