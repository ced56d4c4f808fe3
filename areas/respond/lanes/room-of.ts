import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { shorten } from '../../../kernel/text.ts';
import type { Line } from '../../ledger/index.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { statementsOf } from '../communications/index.ts';
import type { headquartersIn } from '../headquarters/index.ts';
import { systemsOf } from '../incidents/index.ts';
import { namedReportsOf } from '../reports/index.ts';
import { rolesOf } from '../roles/index.ts';
import { openTasksOf } from '../tasks/index.ts';
import { COMMANDER } from '../tasks/rules.ts';
import { correctedTexts, struckOf } from '../timeline/rules.ts';
import type { Lane } from './schema.ts';

type Room = NonNullable<Lane['room']>;

const DUE = 3;
const SYSTEMS = 4;
const LATEST = 3;
const SHORT = 140;

/** What is read of an incident by who may enter its room. */
export async function roomOf(
  trx: Transaction<Tables>,
  incidentId: string,
  lines: readonly Line[],
  headquarters: Awaited<ReturnType<typeof headquartersIn>>,
): Promise<Room> {
  const roles = await rolesOf(trx, incidentId);
  // The first role that was given where none is called so.
  const leads = roles.find(({ role }) => role === COMMANDER) ?? roles[0];
  const tasks = await openTasksOf(trx, incidentId);
  const names = await namesOf(trx, [
    ...(leads ? [leads.personId] : []),
    ...tasks.flatMap(({ personId }) => personId ?? []),
  ]);
  const statements = await statementsOf(trx, incidentId);
  const lastTo = new Map(statements.map((each) => [each.audience, each] as const));
  const failing = (await systemsOf(trx, incidentId)).filter(({ state }) => state !== 'notAffected');
  const named = await assetNames(
    trx,
    failing.map(({ asset }) => asset),
  );
  const none = { what: '', regime: null, regimeName: null, stage: null, audience: null, who: null };
  const due: Room['due'] = [
    ...tasks.flatMap(({ title, dueAt, personId }) =>
      dueAt
        ? {
            ...none,
            kind: 'task' as const,
            what: title,
            who: personId ? (names[personId] ?? null) : null,
            at: dueAt.toString(),
          }
        : [],
    ),
    ...(await namedReportsOf(trx, incidentId)).flatMap(({ state, dueAt, regime, name, stage }) =>
      state === 'due' && dueAt
        ? { ...none, kind: 'report' as const, regime, regimeName: name, stage, at: dueAt.toString() }
        : [],
    ),
    ...[...lastTo.values()].flatMap(({ audience, kind, state, nextUpdateAt }) =>
      state === 'sent' && kind !== 'end' && nextUpdateAt
        ? { ...none, kind: 'update' as const, audience, at: nextUpdateAt.toString() }
        : [],
    ),
  ];
  return {
    commander: leads ? (names[leads.personId] ?? null) : null,
    headquarters: headquarters
      ? {
          state: headquarters.state,
          noticedAt: headquarters.noticedAt.toString(),
          targetMinutes: headquarters.targetMinutes,
          seconds: headquarters.seconds,
          met: headquarters.met,
        }
      : null,
    due: due.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, DUE),
    systems: failing
      .slice(0, SYSTEMS)
      .map(({ asset, state }) => ({ name: named.get(asset) ?? asset, state })),
    told: [...lastTo.values()].map(({ audience, sentAt, state }) => ({
      audience,
      sentAt: sentAt?.toString() ?? null,
      state,
    })),
    latest: latestOf(lines),
  };
}

/** What people wrote and decided last; what was corrected reads as it was corrected to. */
function latestOf(lines: readonly Line[]): Room['latest'] {
  const corrected = correctedTexts(lines);
  const struck = struckOf(lines);
  return lines
    .filter(({ kind }) => kind === 'timeline.noted' || kind === 'decision.recorded')
    .filter(({ seq }) => !struck.has(seq))
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || b.seq - a.seq)
    .slice(0, LATEST)
    .map(({ seq, at, kind, body }) => ({
      at: at.toString(),
      is:
        kind === 'decision.recorded'
          ? ('decision' as const)
          : body['is'] === 'event' || body['is'] === 'response'
            ? body['is']
            : ('note' as const),
      text: shorten(
        corrected.get(seq) ?? String(body[kind === 'decision.recorded' ? 'decision' : 'text']),
        SHORT,
      ),
    }));
}
