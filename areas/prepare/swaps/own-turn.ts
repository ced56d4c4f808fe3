import type { Tx } from '../../../database/transaction.ts';
import { knownRosters } from '../rosters/roster-memory.ts';
import { fallsAway } from '../rosters/rules.ts';
import type { SwapWanted } from './schema.ts';

/** Whether a person could take the whole stretch: neither gone nor away for any of it. */
export async function canTake(tx: Tx, swap: SwapWanted): Promise<boolean> {
  const { ctx, sql } = tx;
  const { layer, takerId: personId, from, until } = swap;
  const known = (await knownRosters(sql, ctx.orgId, ctx.now)).find(
    ({ roster }) => roster.key === swap.roster,
  );
  const rotation = known?.roster.layers[layer];
  if (!known || !rotation) return false;
  const override = { layer, personId, from, until, reason: '' };
  return fallsAway(override, rotation, known.world).length === 0;
}

/** Whether the whole stretch is, as the roster stands now, the turn of one person in that layer, and not over. */
export async function isTurnOf(tx: Tx, swap: SwapWanted, personId: string): Promise<boolean> {
  const { ctx, sql } = tx;
  const known = (await knownRosters(sql, ctx.orgId, ctx.now)).find(
    ({ roster }) => roster.key === swap.roster,
  );
  const shifts = known?.compiled.layers[swap.layer];
  if (!known || !shifts) return false;
  const at = (local: string) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(known.calendar.timeZone).toInstant();
  const [from, until] = [at(swap.from), at(swap.until)];
  const later = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
  if (!later(until, from) || !later(until, ctx.now)) return false;
  // Turns follow one another: a stretch over two of them is theirs when both are.
  let covered = from;
  for (const shift of shifts) {
    if (!later(shift.end, covered) || later(shift.start, covered)) continue;
    if (shift.personId !== personId) return false;
    covered = shift.end;
    if (!later(until, covered)) return true;
  }
  return false;
}

/** From when on a turn can be handed over: of one that has begun, whoever was on until now was on. */
export async function fromNowOn(tx: Tx, { roster, from }: SwapWanted): Promise<string> {
  const { ctx, sql } = tx;
  const known = (await knownRosters(sql, ctx.orgId, ctx.now)).find((each) => each.roster.key === roster);
  if (!known) return from;
  const now = ctx.now
    .toZonedDateTimeISO(known.calendar.timeZone)
    .toPlainDateTime()
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    .toString({ smallestUnit: 'minute' });
  return now > from ? now : from;
}
