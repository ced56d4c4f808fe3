import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault } from '../../../kernel/errors.ts';
import { newestOfKinds } from '../../ledger/index.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { BANDS, type Band } from '../calendars/schema.ts';
import { bandCalendar, resolveCalls } from '../calling/index.ts';
import { CALL_TREES } from '../calling/register.ts';
import { firstToLast, holdersOf, inOrder, stepsFor } from '../calling/rules.ts';
import { findPeople, namesOf, peopleInRoles } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { plansInForce } from '../plans/index.ts';
import { readRegister } from '../registers/index.ts';
import { allLeave, whoIsOn } from '../rosters/index.ts';
import { knownRosters } from '../rosters/roster-memory.ts';
import { awayAt, onAt } from '../rosters/rules.ts';
import { answersByPerson, assumedTimes, measuredTimes } from './answer-times.ts';
import { CAP_MINUTES, HOURS_AHEAD, type SimulationWanted } from './schema.ts';
import type { Hour, Simulation } from './simulate.ts';

const PAGE_KINDS = ['page.attempted', 'page.acknowledged', 'page.escalated', 'page.exhausted'] as const;
/** So many of the newest lines about pages are looked at. */
const MOST_LINES = 20_000;

export interface Gathered {
  readonly simulation: Simulation;
  readonly bands: readonly Band[];
  /** Names of those who are named for an hour and are on leave then. */
  readonly onLeave: readonly (readonly string[])[];
  readonly from: Temporal.Instant;
  readonly timeZone: string;
  readonly roles: readonly string[];
  readonly targetMinutes: number;
  /** Names by index. */
  readonly names: readonly string[];
  readonly measured: { readonly people: number; readonly of: number; readonly answers: number };
}

/** Which of these are still of the organisation. */
const idsHere = async (
  trx: Transaction<Tables>,
  ids: readonly (string | null)[],
): Promise<ReadonlySet<string>> =>
  new Set((await findPeople(trx, [...new Set(ids.filter((id) => id !== null))])).map(({ id }) => id));

/** Everything the four weeks are simulated from: who is called, who may take which role, who is away, how they answer. */
export async function gatherHours(
  trx: Transaction<Tables>,
  orgId: string,
  wanted: SimulationWanted,
  now: Temporal.Instant,
): Promise<Gathered> {
  const plan = (await plansInForce(trx)).find(({ key }) => key === wanted.plan)?.plan;
  const body = plan?.bodies.find(({ kind }) => kind === 'headquarters');
  if (!plan || !body) throw new Fault('not-found');
  const trees = (await readRegister(trx, CALL_TREES)).map(({ entry }) => entry);
  const calendar = await bandCalendar(trx, undefined);
  const rosters = await knownRosters(trx, orgId, now);
  const acknowledgements = plan.acknowledgements;
  const leave = await allLeave(trx);
  const zone = await readZone(trx);
  const duty = (await whoIsOn(trx)).map(({ id }) => id);
  const needed = [...new Set([body.chair, ...body.members])].flatMap(
    (key) => plan.roles.find((role) => role.key === key) ?? [],
  );

  const from = now
    .toZonedDateTimeISO(calendar.timeZone)
    .round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const moments = Array.from({ length: HOURS_AHEAD }, (_, n) => from.add({ hours: n }));
  const onDuty = (key: string, at: Temporal.Instant): string[] => {
    const found = rosters.find(({ roster }) => roster.key === key);
    return found ? onAt(found.compiled, at) : [];
  };
  const administrators = (await peopleInRoles(trx, ['administrator'])).map(({ id }) => id);
  const people = await idsHere(trx, [
    ...trees.flatMap(({ steps, siteSteps }) =>
      [...steps, ...siteSteps].flatMap(({ personId, deputyIds }) => [personId, ...deputyIds]),
    ),
    ...needed.flatMap(({ personId, deputyIds }) => [personId, ...deputyIds]),
    ...rosters.flatMap(({ compiled }) => compiled.layers.flat().map(({ personId }) => personId)),
  ]);
  const drafts = moments.map((local) => {
    const at = local.toInstant();
    const away = awayAt(leave, zone, at);
    const isAway = (id: string) => away.has(id);
    const onDutyNow = (key: string) => onDuty(key, at);
    const resolved = resolveCalls(
      { cause: wanted.cause, at, site: undefined },
      {
        trees,
        calendar,
        holidays: JAPANESE_HOLIDAYS,
        onDuty: onDutyNow,
        isHere: (id) => people.has(id),
        isAway,
      },
    );
    // As a page is made of: who is on leave is called where nobody else is left, and is not counted on here.
    const order = firstToLast(resolved, duty, isAway);
    const above = inOrder(administrators, isAway).people;
    const roles = needed.map((role) => holdersOf(role, onDutyNow, isAway));
    const steps = stepsFor(order.people, above, acknowledgements);
    return {
      band: resolved.band,
      calls: steps,
      roles: roles.map((each) => each.people.filter((id) => people.has(id))),
      onLeave: [
        ...resolved.passedOver.flatMap(({ personId, why }) => (personId && why === 'leave' ? personId : [])),
        ...roles.flatMap((each) => each.onLeave),
      ],
    };
  });

  const named = [...new Set(drafts.flatMap(({ calls, roles }) => [...calls.flat(), ...roles.flat()]))];
  const here = (await findPeople(trx, named)).map(({ id }) => id).sort();
  const indexOf = new Map(here.map((id, i) => [id, i]));
  const seen = answersByPerson(await newestOfKinds(trx, PAGE_KINDS, MOST_LINES));
  const own = new Map(
    here.flatMap((id) => {
      const times = measuredTimes(seen.get(id) ?? []);
      return times ? [[id, times] as const] : [];
    }),
  );
  const measuredIndex = new Map([...own.keys()].map((id, i) => [id, BANDS.length + i]));
  const indices = (ids: readonly string[]) => ids.flatMap((id) => indexOf.get(id) ?? []);
  const hours = drafts.map(
    ({ band, calls, roles }): Hour => ({
      calls: calls.map(indices),
      // More than are there can never be reached.
      needed: Math.max(1, Math.min(acknowledgements, new Set(calls.flat()).size)),
      roles: roles.map(indices),
      answersOf: Int32Array.from(here, (id) => measuredIndex.get(id) ?? BANDS.indexOf(band)),
    }),
  );
  const names = await namesOf(trx, [...here, ...drafts.flatMap(({ onLeave }) => onLeave)]);
  return {
    simulation: {
      people: here.length,
      hours,
      answers: [...BANDS.map(assumedTimes), ...own.values()],
      waitMinutes: wanted.waitMinutes,
      capMinutes: CAP_MINUTES,
      runs: wanted.runs,
      seed: wanted.seed,
    },
    bands: drafts.map(({ band }) => band),
    onLeave: drafts.map(({ onLeave }) => [...new Set(onLeave)].map((id) => names[id] ?? '?')),
    from: from.toInstant(),
    timeZone: calendar.timeZone,
    roles: needed.map(({ name }) => name),
    targetMinutes: body.targetMinutes,
    names: here.map((id) => names[id] ?? '?'),
    measured: {
      people: own.size,
      of: here.length,
      answers: [...own.keys()].reduce((sum, id) => sum + (seen.get(id)?.length ?? 0), 0),
    },
  };
}
