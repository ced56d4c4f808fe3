import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { unitTree } from '../../prepare/parties/index.ts';
import { systemOf as systemNamed } from '../../respond/detections/rules.ts';
import { findIncident } from '../../respond/incidents/index.ts';
import { hypothesesOf } from '../../respond/investigation/index.ts';
import { correctedTexts, entriesOf } from '../../respond/timeline/rules.ts';
import { isOutside } from '../../roles.ts';
import { type IncidentRecord, type Party, TEAM, type Told } from './draft.ts';

type Lines = Awaited<ReturnType<typeof linesOfIncident>>;

const MOST_SYSTEMS = 6;

/** Notes as they stand, in the order in which they happened: the last correction of each speaks for it. */
const notesTold = (lines: Lines, partyOf: (id: string) => Party): Told[] =>
  entriesOf(lines).map(({ seq, text, actorId, forFigure, is, outcome, certainty }) => ({
    seq,
    text,
    party: partyOf(actorId).key,
    forFigure,
    event: is === 'event',
    outcome: outcome ?? 'unknown',
    certainty: certainty ?? 'confirmed',
  }));

/** What was said when it was resolved and closed. */
function endingsTold(lines: Lines, partyOf: (id: string) => Party): Told[] {
  const latest = correctedTexts(lines);
  return lines
    .filter(
      ({ kind, seq, body }) =>
        (kind === 'incident.resolved' || kind === 'incident.closed') && (latest.has(seq) || body['note']),
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq)
    .map(({ seq, body, actorId }) => ({
      seq,
      text: latest.get(seq) ?? String(body['note']),
      party: partyOf(actorId).key,
      forFigure: false,
      event: false,
      outcome: 'unknown' as const,
      certainty: 'confirmed' as const,
    }));
}

/** Who wrote or acted, by unit: a person's name has no place in a case. Outside parties stand for themselves. */
async function partiesOf(trx: Transaction<Tables>, lines: Lines): Promise<Map<string, Party>> {
  const people = await findPeople(trx, [
    ...new Set(lines.flatMap(({ actorKind, actorId }) => (actorKind === 'person' ? actorId : []))),
  ]);
  const units = new Map((await unitTree(trx)).map(({ id, name }) => [id, name]));
  return new Map(
    people.map(({ id, roles, unitId }): [string, Party] => {
      if (isOutside(roles)) return [id, { key: 'contractor', name: '委託先', outside: true }];
      const name = unitId === null ? undefined : units.get(unitId);
      return [id, name === undefined ? TEAM : { key: `unit-${unitId}`, name, outside: false }];
    }),
  );
}

/**
 * Everything that is known of an incident, read from its ledger: what a draft case is made of, and what similar cases
 * are looked for by.
 */
export async function incidentTold(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<(Omit<IncidentRecord, 'organisation'> & { readonly situation: string | null }) | undefined> {
  const incident = await findIncident(trx, incidentId);
  if (!incident) return undefined;
  const lines = await linesOfIncident(trx, incidentId);
  const joined = lines
    .filter(({ kind }) => kind === 'incident.signals-linked')
    .flatMap(({ body }) => body['signals'] as { signalId: string; title: string }[]);
  const signals = new Map(
    (
      await findSignals(
        trx,
        joined.map(({ signalId }) => signalId),
      )
    ).map((s) => [s.id, s]),
  );
  // Several join at once: the first to come was the first event.
  const firstAt = (id: string): string => signals.get(id)?.firstAt ?? '';
  const linked = joined.toSorted((a, b) => firstAt(a.signalId).localeCompare(firstAt(b.signalId)));
  const named = (signalId: string): string | undefined =>
    systemNamed(signals.get(signalId)?.labels ?? {})?.system;
  const marked = markedKeys(lines);
  const keys = [...linked.flatMap(({ signalId }) => named(signalId) ?? []), ...marked];
  const names = await assetNames(trx, keys);
  const nameOf = (key: string): string => names.get(key) ?? key;
  const systemOf = (signalId: string): string | undefined => {
    const key = named(signalId);
    return key === undefined ? undefined : nameOf(key);
  };
  const parties = await partiesOf(trx, lines);
  const partyOf = (id: string): Party => parties.get(id) ?? TEAM;
  return {
    situation: incident.situation,
    number: incident.number,
    drill: incident.drill,
    title: incident.title,
    signals: linked.map(({ signalId, title }) => ({ title, system: systemOf(signalId) })),
    systems: [...new Set(keys.map(nameOf))].slice(0, MOST_SYSTEMS),
    parties: [
      ...new Map(
        [...parties.values()].filter(({ name }) => name).map((party) => [party.key, party]),
      ).values(),
    ],
    notes: notesTold(lines, partyOf),
    causes: (await hypothesesOf(trx, incidentId))
      .filter(({ state, cyber, certainty }) => state === 'supported' && (!cyber || certainty !== 'unknown'))
      .map(({ text, certainty, outcome }) => ({ text, certainty, outcome })),
    endings: endingsTold(lines, partyOf),
  };
}

/** Keys of the systems somebody marked, in the order of their first marking; what turned out not to be affected is none. */
function markedKeys(lines: Lines): string[] {
  const states = new Map<string, string>();
  for (const { kind, body } of lines)
    if (kind === 'incident.system-marked') states.set(String(body['asset']), String(body['state']));
  return [...states].filter(([, state]) => state !== 'notAffected').map(([key]) => key);
}
