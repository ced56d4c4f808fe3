import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { assetNames, recoveryOfAll } from '../assets/index.ts';
import { CALENDARS } from '../calendars/register.ts';
import { CALL_TREES } from '../calling/register.ts';
import { routesOf } from '../contact-routes/index.ts';
import { listPeople } from '../contacts/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { FALLBACKS } from '../fallbacks/register.ts';
import { readOrganisation } from '../parties/index.ts';
import { PARTIES } from '../parties/register.ts';
import { plansInForce } from '../plans/index.ts';
import { readRegister } from '../registers/index.ts';
import { whoIsOn } from '../rosters/index.ts';
import { LEAVE, ROSTERS } from '../rosters/register.ts';
import { knownRosters } from '../rosters/roster-memory.ts';
import type { PackSource } from './pack-source.ts';

const DAYS_AHEAD = 14;
const PAGE = 500;

async function everybody(trx: Transaction<Tables>): Promise<PersonView[]> {
  const found: PersonView[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listPeople(trx, { limit: PAGE, after });
    found.push(...page);
    if (page.length < PAGE) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    after = page.at(-1)?.id;
  }
}

/** Reads everything the pack holds, as it stands in the caller's snapshot. */
export async function gatherPack(
  trx: Transaction<Tables>,
  orgId: string,
  now: Temporal.Instant,
): Promise<PackSource> {
  const organisation = await readOrganisation(trx);
  const people = await everybody(trx);
  const rosters = await knownRosters(trx, orgId, now);
  const until = now.add({ hours: DAYS_AHEAD * 24 });
  const entries = async <S extends z.ZodObject>(kind: { readonly register: string; readonly shape: S }) =>
    (await readRegister(trx, kind)).map(({ entry }) => entry);
  const systems = await recoveryOfAll(trx, orgId);
  const callTrees = await entries(CALL_TREES);
  const fallbacks = await entries(FALLBACKS);
  const named = [
    ...callTrees.flatMap(({ siteSteps }) => siteSteps.map(({ site }) => site)),
    ...fallbacks.flatMap(({ covers }) => covers),
  ];
  return {
    organisation: organisation?.name ?? '',
    timeZone: organisation?.timeZone ?? 'UTC',
    people,
    // Nobody can dial a device that is pushed to.
    routes: (
      await routesOf(
        trx,
        people.map(({ id }) => id),
      )
    ).filter(({ kind }) => kind !== 'push'),
    dutyList: (await whoIsOn(trx)).map(({ id }) => id),
    shifts: rosters.flatMap(({ roster, calendar, compiled }) =>
      compiled.layers
        .flat()
        .filter(
          ({ start, end }) =>
            Temporal.Instant.compare(end, now) > 0 && Temporal.Instant.compare(start, until) < 0,
        )
        .sort((a, b) => Temporal.Instant.compare(a.start, b.start))
        .map(({ layer, day, start, end, personId }) => {
          const time = (at: Temporal.Instant) =>
            at.toZonedDateTimeISO(calendar.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
          const { name } = roster.layers[layer] ?? { name: '' };
          return { roster: `${roster.name}（${name}）`, day, hours: `${time(start)}–${time(end)}`, personId };
        }),
    ),
    turnsFrom: canonicalJson([await entries(ROSTERS), await entries(LEAVE), await entries(CALENDARS)]),
    callTrees,
    rosters: new Map(rosters.map(({ roster }) => [roster.key, roster.name])),
    parties: await entries(PARTIES),
    plans: (await plansInForce(trx)).map(({ plan, version }) => ({ plan, version })),
    systems,
    fallbacks,
    // Sites too, which nothing recovers: a key says nothing to whoever holds the paper.
    systemNames: await assetNames(trx, named),
  };
}
