import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { type Line, linesBySeq, linesOfIncident, massOfIncidents } from '../../ledger/index.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { readOrganisation, unitTree } from '../../prepare/parties/index.ts';
import { PARTIES } from '../../prepare/parties/register.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { inquiriesOf, statementsOf, withheldOf } from '../../respond/communications/index.ts';
import { withheldIn } from '../../respond/communications/rules.ts';
import { systemOf as systemNamed } from '../../respond/detections/rules.ts';
import { lastHeadquarters } from '../../respond/headquarters/index.ts';
import { findIncident } from '../../respond/incidents/index.ts';
import { hypothesesOf } from '../../respond/investigation/index.ts';
import { tasksOf } from '../../respond/tasks/index.ts';
import { isOutside } from '../../roles.ts';
import { NAMED } from './drafting/figure-words.ts';
import { inquirersOf } from './drafting/inquirers.ts';
import { nameless } from './drafting/nameless.ts';
import { type IncidentRecord, type Party, TEAM } from './drafting/schema.ts';
import { withoutUndone } from './drafting/undone.ts';

/** Lines that come by the thousand, of which a draft tells how many and when; a figure, who reported. */
type Counted = 'recovery.moved' | 'sweep.reported';
export const COUNTED = {
  draft: ['recovery.moved', 'sweep.reported'],
  figure: ['sweep.reported'],
  none: [],
} as const;

/** So many of a kind are read one by one. */
const FEW = 40;

/** Of each kind the lines themselves while they are few, and else one for all that say alike, with what they count together. */
async function countedLines(trx: Transaction<Tables>, ids: readonly string[], kinds: readonly Counted[]) {
  const mass = await massOfIncidents(trx, ids, kinds);
  const isFew = (kind: string): boolean =>
    mass.reduce((sum, each) => sum + (each.kind === kind ? each.seqs.length : 0), 0) <= FEW;
  const read = mass.flatMap(({ kind, seq, seqs }) => (isFew(kind) ? seqs : [seq]));
  const groups = new Map(mass.filter(({ kind }) => !isFew(kind)).map((each) => [each.seq, each]));
  const told = (await linesBySeq(trx, read)).map((line): Line => {
    const group = groups.get(line.seq);
    // What one of them said beside the count is not what all of them said.
    const more = group && {
      count: group.count,
      ...(group.seqs.length > 1 && { where: '', blocker: '', note: '' }),
    };
    return { ...line, body: { ...line.body, ...more } };
  });
  return { told, standsFor: new Map([...groups].map(([seq, { seqs }]) => [seq, seqs])) };
}

/** It and everything that was merged into it, with the lines of all. */
async function linesOfAll(
  trx: Transaction<Tables>,
  incidentId: string,
  counted: readonly Counted[],
): Promise<{ ids: string[]; lines: Line[]; standsFor: Map<number, readonly number[]> }> {
  const ids = [incidentId];
  const lines: Line[] = [];
  for (const id of ids) {
    const own = await linesOfIncident(trx, id);
    lines.push(...own);
    for (const { kind, body } of own)
      if (kind === 'incident.taken-in' && !ids.includes(String(body['fromId'])))
        ids.push(String(body['fromId']));
  }
  const { told, standsFor } = await countedLines(trx, ids, counted);
  lines.push(...told);
  const inOrder = lines.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq);
  return { ids, lines: inOrder, standsFor };
}

const PERSON_IN = ['personId', 'deciderId', 'toId', 'fromId', 'custodianId'] as const;

/** Whoever did, decided or was named, by unit: a person's name has no place in a case. Outside parties stand for themselves. */
async function peopleOf(
  trx: Transaction<Tables>,
  lines: readonly Line[],
): Promise<{ people: Map<string, Party>; names: string[] }> {
  const ids = lines.flatMap(({ actorKind, actorId, body }) => [
    ...(actorKind === 'person' ? [actorId] : []),
    ...PERSON_IN.flatMap((field) => (typeof body[field] === 'string' ? [body[field]] : [])),
    ...['mentions', 'readerIds'].flatMap((field) =>
      Array.isArray(body[field]) ? body[field].map(String) : [],
    ),
  ]);
  const people = await findPeople(trx, [...new Set(ids)]);
  const units = new Map((await unitTree(trx)).map(({ id, name }) => [id, name]));
  const partyOf = ({ roles, unitId }: (typeof people)[number]): Party => {
    if (isOutside(roles)) return { key: 'contractor', name: NAMED.contractor, kind: 'organisation' };
    if (roles.includes('executive')) return { key: 'executives', name: NAMED.executives, kind: 'executives' };
    const name = unitId === null ? undefined : units.get(unitId);
    if (name === undefined) return TEAM;
    return { key: `unit-${unitId}`, name: { ja: name, en: name }, kind: 'department' };
  };
  return {
    people: new Map(people.map((person) => [person.id, partyOf(person)])),
    names: people.map(({ name }) => name).toSorted((a, b) => b.length - a.length),
  };
}

/** Signals that led to it or joined it and were not taken out again, the first to come first. */
async function signalsOf(trx: Transaction<Tables>, lines: readonly Line[]) {
  const out = new Set(
    lines
      .filter(({ kind }) => kind === 'incident.signal-unlinked')
      .map(({ body }) => String(body['signalId'])),
  );
  const joined = lines
    .filter(({ kind }) => kind === 'incident.signals-linked')
    .flatMap(({ at, body }) =>
      (body['signals'] as { signalId: string; title: string }[]).map((each) => ({ ...each, at })),
    )
    .filter(({ signalId }) => !out.has(signalId));
  const found = await findSignals(trx, [...new Set(joined.map(({ signalId }) => signalId))]);
  const known = new Map(found.map((signal) => [signal.id, signal]));
  return joined
    .map(({ signalId, title, at }) => {
      const signal = known.get(signalId);
      return {
        title,
        key: systemNamed(signal?.labels ?? {})?.system,
        at: signal ? Temporal.Instant.from(signal.firstAt) : at,
      };
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/**
 * Everything that is known of an incident, read from its ledger and what stands beside it: what a draft case is made of, and
 * what similar cases are looked for by.
 */
export async function incidentTold(
  trx: Transaction<Tables>,
  incidentId: string,
  counted: readonly Counted[],
): Promise<IncidentRecord | undefined> {
  const incident = await findIncident(trx, incidentId);
  if (!incident) return undefined;
  const { ids, lines: written, standsFor } = await linesOfAll(trx, incidentId, counted);
  const { people, names } = await peopleOf(trx, written);
  const lines = nameless(withoutUndone(written), names);
  const signals = await signalsOf(trx, lines);
  const keys = [
    ...signals.flatMap(({ key }) => key ?? []),
    ...lines.flatMap(({ body }) =>
      typeof body['asset'] === 'string' && body['asset'] !== '' ? [body['asset']] : [],
    ),
  ];
  const systems = await assetNames(trx, [...new Set(keys)]);
  const organisation = await readOrganisation(trx);
  const of = async <T>(read: (trx: Transaction<Tables>, id: string) => Promise<T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const id of ids) found.push(...(await read(trx, id)));
    return found;
  };
  const withheld = await of(withheldOf);
  const audiences = [...new Set(withheld.map(({ audience }) => audience))];
  return {
    number: incident.number,
    drill: incident.drill,
    restricted: incident.restricted,
    title: incident.title,
    situation: incident.situation,
    organisation: organisation?.name ?? '',
    zone: organisation?.timeZone ?? 'UTC',
    lines,
    standsFor,
    people,
    systems,
    parties: new Map((await readRegister(trx, PARTIES)).map(({ key, entry }) => [key, entry.name])),
    outlets: new Map((await readRegister(trx, OUTLETS)).map(({ key, entry }) => [key, entry.name])),
    tasks: new Map((await of(tasksOf)).map(({ id, party }) => [id, { party }])),
    promises: new Map(
      (await of(statementsOf)).flatMap(({ id, nextUpdateAt }) => (nextUpdateAt ? [[id, nextUpdateAt]] : [])),
    ),
    headquarters: await lastHeadquarters(trx, incidentId),
    inquirers: new Map(
      (await of(inquiriesOf)).flatMap(({ id, cameFrom }) => {
        const audience = inquirersOf(cameFrom);
        return audience === undefined ? [] : [[id, audience]];
      }),
    ),
    grounds: new Map((await of(hypothesesOf)).map(({ id, why }) => [id, why])),
    isWithheld: (text) => audiences.some((audience) => withheldIn(text, audience, withheld).length > 0),
    signals: signals.map(({ title, key, at }) => ({
      title,
      system: key === undefined ? undefined : (systems.get(key) ?? key),
      at,
    })),
  };
}
