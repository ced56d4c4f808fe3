import type { IncidentRecord } from '../areas/learn/cases/drafting/schema.ts';
import type { Line } from '../areas/ledger/schema.ts';

/** When everything that is told of in a made record began. */
export const RECORD_BEGINS = Temporal.Instant.from('2026-03-01T00:00:00Z');

/** A line of a record, as many minutes after its beginning as its number says. */
export const recordLine = (
  seq: number,
  kind: string,
  body: Record<string, unknown>,
  more: Partial<Line> = {},
): Line => ({
  seq,
  kind,
  incidentId: 'i',
  at: RECORD_BEGINS.add({ minutes: seq }),
  precision: 'minute',
  recordedAt: RECORD_BEGINS,
  actorKind: 'person',
  actorId: 'somebody',
  corrects: null,
  body,
  ...more,
});

/** An incident nobody has told anything of. */
export const EMPTY_RECORD: IncidentRecord = {
  number: 1,
  drill: false,
  restricted: false,
  title: '停止',
  situation: null,
  organisation: '事業者',
  zone: 'Asia/Tokyo',
  lines: [],
  standsFor: new Map(),
  people: new Map(),
  systems: new Map(),
  parties: new Map(),
  outlets: new Map(),
  tasks: new Map(),
  promises: new Map(),
  headquarters: undefined,
  inquirers: new Map(),
  grounds: new Map(),
  isWithheld: () => false,
  signals: [],
};
