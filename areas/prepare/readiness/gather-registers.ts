import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { assetsWithDegree, needsOfRated } from '../assets/index.ts';
import { CALL_TREES } from '../calling/register.ts';
import { isFresh, routesOf } from '../contact-routes/index.ts';
import { findPeople } from '../contacts/index.ts';
import { FALLBACKS } from '../fallbacks/register.ts';
import { readZone } from '../parties/index.ts';
import { PARTIES } from '../parties/register.ts';
import { plansInForce } from '../plans/index.ts';
import { readRegister } from '../registers/index.ts';
import { whoIsOn } from '../rosters/index.ts';
import { ROSTERS } from '../rosters/register.ts';
import { rosterCovers } from '../rosters/roster-covers.ts';
import type { Called, Registers } from './check.ts';

/** Everything the checks are asked about, as it stands in the caller's snapshot. */
export async function gatherRegisters(
  trx: Transaction<Tables>,
  orgId: string,
  now: Temporal.Instant,
): Promise<Registers> {
  const entries = async <S extends z.ZodObject>(kind: { readonly register: string; readonly shape: S }) =>
    (await readRegister(trx, kind)).map(({ entry }) => entry);
  const timeZone = await readZone(trx);
  const callTrees = await entries(CALL_TREES);
  const rosters = await entries(ROSTERS);
  const plans = (await plansInForce(trx)).map(({ plan }) => plan);
  const named = [
    ...callTrees.flatMap(({ steps, siteSteps }) =>
      [...steps, ...siteSteps].flatMap(({ personId, deputyIds }) => [personId, ...deputyIds]),
    ),
    ...rosters.flatMap(({ layers }) =>
      layers.flatMap(({ members }) => members.map(({ personId }) => personId)),
    ),
    ...plans.flatMap(({ roles }) => roles.flatMap(({ personId, deputyIds }) => [personId, ...deputyIds])),
    ...(await whoIsOn(trx)).map(({ id }) => id),
  ].filter((id) => id !== null);
  return {
    today: now.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    assets: await assetsWithDegree(trx),
    needs: await needsOfRated(trx),
    parties: await entries(PARTIES),
    callTrees,
    rosters: await rosterCovers(trx, orgId, now),
    fallbacks: await entries(FALLBACKS),
    plans,
    called: await calledOf(trx, [...new Set(named)], now),
  };
}

async function calledOf(
  trx: Transaction<Tables>,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Called[]> {
  const people = await findPeople(trx, ids);
  const fresh = new Set(
    (await routesOf(trx, ids))
      .filter(({ verifiedAt }) => isFresh(verifiedAt, now))
      .map(({ personId }) => personId),
  );
  return people
    .map(({ id, name }) => ({ id, name, fresh: fresh.has(id) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
