import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { SwapState, SwapWanted } from './schema.ts';

export interface StoredSwap extends SwapWanted {
  readonly id: string;
  readonly giverId: string;
  readonly state: SwapState;
  readonly askedAt: Temporal.Instant;
}

const COLUMNS = [
  'id',
  'roster',
  'layer',
  'from_time as from',
  'until_time as until',
  'giver_id as giverId',
  'taker_id as takerId',
  'note',
  'state',
  'asked_at as askedAt',
] as const;

export async function insertSwap(
  trx: Transaction<Tables>,
  orgId: string,
  swap: Omit<StoredSwap, 'state'>,
): Promise<void> {
  await trx
    .insertInto('duty_swap')
    .values({
      org_id: orgId,
      id: swap.id,
      roster: swap.roster,
      layer: swap.layer,
      from_time: swap.from,
      until_time: swap.until,
      giver_id: swap.giverId,
      taker_id: swap.takerId,
      note: swap.note,
      state: 'asked',
      asked_at: swap.askedAt.toString(),
    })
    .execute();
}

export async function lockSwap(trx: Transaction<Tables>, id: string): Promise<StoredSwap | undefined> {
  return trx.selectFrom('duty_swap').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** What a person asks, or is asked, and nobody has answered yet; locked. */
export async function lockAskedSwaps(trx: Transaction<Tables>, personId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('duty_swap')
    .select('id')
    .where('state', '=', 'asked')
    .where((e) => e.or([e('giver_id', '=', personId), e('taker_id', '=', personId)]))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export async function setSwap(
  trx: Transaction<Tables>,
  id: string,
  state: SwapState,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('duty_swap')
    .set({ state, answered_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

/** The newest, those still open first. */
export async function recentSwaps(trx: Transaction<Tables>, limit: number): Promise<StoredSwap[]> {
  return trx
    .selectFrom('duty_swap')
    .select(COLUMNS)
    .orderBy((e) => e('state', '=', 'asked'), 'desc')
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute();
}
