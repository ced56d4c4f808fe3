import { FINDINGS } from '../../find/words.ts';
import { actorName, type Line, type Reader } from '../lines/rules.ts';
import { factDetail, factName, toneOf } from '../rules.ts';
import type { AuditEntry } from '../schema.ts';
import { areaOf, GONE } from '../words.ts';

/** A thing that a line tells of by its id or key. */
export interface Ref {
  readonly kind: keyof typeof FINDINGS;
  readonly id: string;
}
/** A thing as it is called. */
export interface Called extends Ref {
  readonly title: string;
  readonly number: number | null;
}

/** What an id in a body is an id of, by the name of its field. */
const FIELDS: Readonly<Record<string, Ref['kind']>> = {
  assetId: 'system',
  assetIds: 'system',
  sourceId: 'source',
  heartbeatId: 'heartbeat',
  ruleId: 'rule',
  caseId: 'case',
  improvementId: 'improvement',
};
/** Of many things so many are named. */
const NAMED = 3;

const isKind = (kind: unknown): kind is Ref['kind'] =>
  typeof kind === 'string' && Object.hasOwn(FINDINGS, kind);
const texts = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

/** What a line tells of besides people and the incident it is of. */
export function refsOf({ body }: Pick<Line, 'body'>): Ref[] {
  const refs = Object.entries(FIELDS).flatMap(([field, kind]) =>
    texts(body[field]).map((id) => ({ kind, id })),
  );
  const { register } = body;
  return isKind(register) && typeof body['key'] === 'string'
    ? [...refs, { kind: register, id: body['key'] }]
    : refs;
}

/** No id or key is longer; texts that people wrote are, by thousands of letters. */
const LONGEST_KEY = 100;

/** Texts of a body that may be the id or key of something. */
export const idsIn = ({ body }: Pick<Line, 'body'>): string[] =>
  Object.values(body)
    .flat(3)
    .filter((value): value is string => typeof value === 'string' && value.length <= LONGEST_KEY);

const nameOf = ({ kind, id }: Ref): string => `${kind} ${id}`;

/** A line in the reader's words. */
export function entryOf(
  line: Line,
  names: Readonly<Record<string, string>>,
  things: readonly Called[],
  reader: Reader,
): AuditEntry {
  const { say } = reader;
  const called = new Map(things.map((thing) => [nameOf(thing), thing]));
  const refs = refsOf(line);
  const rest = Math.max(0, Math.max(refs.length, Number(line.body['count'] ?? 0)) - NAMED);
  const told = refs.slice(0, NAMED).map((ref) => {
    const title = called.get(nameOf(ref))?.title ?? say(GONE);
    return ref.kind === line.body['register'] ? `${say(FINDINGS[ref.kind].name)} · ${title}` : title;
  });
  const about =
    told.length === NAMED && rest > 0 ? `${told.join(', ')} … +${rest.toLocaleString()}` : told.join(', ');
  const incident =
    line.incidentId === null ? undefined : called.get(nameOf({ kind: 'incident', id: line.incidentId }));
  return {
    seq: line.seq,
    kind: line.kind,
    act: say(factName(line.kind)),
    area: say(areaOf(line.kind)),
    tone: toneOf(line.kind),
    at: line.at,
    precision: line.precision,
    recordedAt: line.recordedAt,
    who: actorName(line, names, say),
    incident:
      incident?.number == null ? null : { id: incident.id, number: incident.number, title: incident.title },
    content: [about, factDetail(line, names, reader)].filter(Boolean).join(' · '),
  };
}
