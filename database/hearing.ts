import { type Kysely, sql, type Transaction } from 'kysely';
import { AWAKE } from './quiet.ts';
import type { Tables } from './tables.ts';

/** When somebody could last hear, and since when without a break. */
export interface Hearing {
  readonly heardAt: Temporal.Instant;
  readonly since: Temporal.Instant;
}

/** Further back than this the clock was set; less is what the clocks of two machines differ by. */
const SET_BACK_SECONDS = 60;

/**
 * Writes down that this process hears. A restored copy that keeps quiet does not: nobody beats at it, and when it is woken
 * everybody has their full time again.
 * @param gapSeconds a longer break than this was one in which nobody could be heard
 */
export async function markHearing(
  kysely: Kysely<Tables>,
  now: Temporal.Instant,
  gapSeconds: number,
): Promise<void> {
  const at = now.toString();
  await sql`INSERT INTO hearing AS h (one, heard_at, since) SELECT true, ${at}::timestamptz, ${at}::timestamptz WHERE ${AWAKE}
    ON CONFLICT (one) DO UPDATE SET
      since = CASE WHEN excluded.heard_at - h.heard_at > make_interval(secs => ${gapSeconds})
          OR h.heard_at - excluded.heard_at > make_interval(secs => ${SET_BACK_SECONDS})
        THEN excluded.heard_at ELSE h.since END,
      heard_at = CASE WHEN h.heard_at - excluded.heard_at > make_interval(secs => ${SET_BACK_SECONDS})
        THEN excluded.heard_at ELSE greatest(h.heard_at, excluded.heard_at) END`.execute(kysely);
}

/** Undefined where nobody has written it down yet. */
export async function readHearing(trx: Transaction<Tables>): Promise<Hearing | undefined> {
  return trx.selectFrom('hearing').select(['heard_at as heardAt', 'since']).executeTakeFirst();
}
