import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { isOutside, permissionsOf } from '../../roles.ts';
import { findPerson, namesOf } from '../contacts/index.ts';
import { knownRosters } from '../rosters/roster-memory.ts';
import type { Turn } from './schema.ts';
import { findFeed } from './store.ts';
import { writeIcs } from './write-ics.ts';

const DAYS_BACK = 14;
const DAYS_AHEAD = 100;

/** An address outlives a session, not the right it was made with. */
const seesRosters = (roles: readonly string[]): boolean =>
  permissionsOf(roles).has('roster.read') && !isOutside(roles);

/**
 * What a calendar program reads by the address it was given.
 * @throws Fault `gone` once its owner has left, or may no longer look at rosters
 */
export async function readFeed(ctx: Context, feedId: string): Promise<string> {
  permit(ctx, 'roster.read');
  return reading(ctx, async (trx) => {
    const feed = await findFeed(trx, feedId);
    const owner = feed && (await findPerson(trx, feed.personId));
    if (!feed || !owner || !seesRosters(owner.roles)) throw new Fault('gone');
    const from = ctx.now.subtract({ hours: DAYS_BACK * 24 });
    const until = ctx.now.add({ hours: DAYS_AHEAD * 24 });
    const known = await knownRosters(trx, ctx.orgId, ctx.now);
    const shifts = known
      .filter(({ roster }) => feed.roster === '' || roster.key === feed.roster)
      .flatMap(({ roster, compiled }) =>
        compiled.layers
          .flat()
          .filter(
            ({ start, end, personId }) =>
              personId !== null &&
              (feed.roster !== '' || personId === feed.personId) &&
              Temporal.Instant.compare(end, from) > 0 &&
              Temporal.Instant.compare(start, until) < 0,
          )
          .map((shift) => ({ ...shift, roster })),
      );
    const names = await namesOf(
      trx,
      shifts.flatMap(({ personId }) => personId ?? []),
    );
    const turns = shifts.map(({ roster, layer, start, end, personId }): Turn => {
      const name = roster.layers[layer]?.name ?? '';
      const who = feed.roster === '' ? '' : `${names[personId ?? ''] ?? '?'} · `;
      return {
        uid: `${roster.key}-${layer}-${start.epochMilliseconds}@${ctx.orgId}`,
        title: `${who}${roster.name} ${name}`,
        start,
        end,
      };
    });
    return writeIcs(
      feed.roster === '' ? owner.name : (shifts[0]?.roster.name ?? feed.roster),
      turns,
      ctx.now,
    );
  });
}
