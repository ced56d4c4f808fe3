import type { z } from 'zod';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { type Fault, invalidField } from '../../../kernel/errors.ts';
import { isOvertaken, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { ownerUnitsOf } from '../../prepare/assets/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import type { causeTelling, GrowthCheck, orderAnswering, StrategyChosen } from './schema.ts';
import {
  affectedKeys,
  answersOf,
  causeOf,
  checksOf,
  insertCheck,
  putAnswer,
  putCause,
  putStrategy,
  strategiesOf,
} from './store.ts';

/** Looks again how far it has spread; the series tells whether it still grows. */
export async function checkGrowth(
  ctx: Context,
  incidentId: string,
  { affected, note }: GrowthCheck,
): Promise<void> {
  permit(ctx, 'room.write');
  await within(ctx, incidentId, async (tx) => {
    const { at } = whenOf(ctx);
    const before =
      (await checksOf(tx.sql, incidentId)).findLast((check) => Temporal.Instant.compare(check.at, at) <= 0)
        ?.affected ?? null;
    const now = affected ?? (await affectedKeys(tx.sql, incidentId)).size;
    await insertCheck(tx.sql, ctx.orgId, incidentId, ctx.newId(), {
      affected: now,
      note,
      by: byOf(ctx.actor),
      at,
    });
    record(tx, 'recovery.growth-checked', { incidentId, body: { affected: now, before, note } });
  });
}

/** Clean, restore or rebuild, and by which criteria: for one system, or for all that have none of their own (C1-R5, C2-R6). */
export async function chooseStrategy(
  ctx: Context,
  incidentId: string,
  { asset = '', method, criteria, seen }: StrategyChosen,
): Promise<void> {
  permit(ctx, 'incident.command');
  await within(ctx, incidentId, async (tx) => {
    if (asset !== '' && !(await ownerUnitsOf(tx.sql, [asset])).has(asset)) throw unknownAsset(asset);
    const { at } = whenOf(ctx);
    const chosen = (await strategiesOf(tx.sql, incidentId)).find((each) => each.asset === asset);
    if (!isOvertaken(ctx, chosen?.at)) {
      holdToSeen(seen, chosen ? { method: chosen.method, criteria: chosen.criteria } : null);
      await putStrategy(tx.sql, ctx.orgId, incidentId, { asset, method, criteria, by: byOf(ctx.actor), at });
    }
    record(tx, 'recovery.strategy-chosen', { incidentId, body: { asset, method, criteria } });
  });
}

/** The owner of a system agrees to its place in the order, or objects; whoever answers for them is not taken for them (C6-R2). */
export async function answerOrder(
  ctx: Context,
  incidentId: string,
  asset: string,
  { agreed, note, seen }: z.output<typeof orderAnswering>,
): Promise<void> {
  permit(ctx, 'room.write');
  if (!agreed && note === '')
    throw invalidField('note', { ja: '理由を入力してください', en: 'Enter a reason' });
  await within(ctx, incidentId, async (tx) => {
    const units = await ownerUnitsOf(tx.sql, [asset]);
    if (!units.has(asset)) throw unknownAsset(asset);
    const unit = ctx.actor.personId ? (await findPerson(tx.sql, ctx.actor.personId))?.unitId : null;
    const asOwner = typeof unit === 'string' && units.get(asset) === unit;
    const { at } = whenOf(ctx);
    const known = (await answersOf(tx.sql, incidentId)).find((each) => each.asset === asset);
    if (!isOvertaken(ctx, known?.at)) {
      holdToSeen(seen, known ? { agreed: known.agreed, note: known.note } : null);
      await putAnswer(tx.sql, ctx.orgId, incidentId, {
        asset,
        agreed,
        note,
        by: byOf(ctx.actor),
        asOwner,
        at,
      });
    }
    record(tx, 'recovery.order-answered', { incidentId, body: { asset, agreed, asOwner, note } });
  });
}

/** Why it is over: what we did, the attack that ended, or the supplier. */
export async function attributeRecovery(
  ctx: Context,
  incidentId: string,
  { seen, ...cause }: z.output<typeof causeTelling>,
): Promise<void> {
  permit(ctx, 'room.write');
  await within(ctx, incidentId, async (tx) => {
    holdToSeen(seen, (await causeOf(tx.sql, incidentId)) ?? null);
    await putCause(tx.sql, ctx.orgId, incidentId, cause);
    record(tx, 'recovery.attributed', { incidentId, body: cause });
  });
}

const unknownAsset = (asset: string): Fault =>
  invalidField('asset', {
    ja: `「${asset}」は台帳に登録されていません`,
    en: `“${asset}” is not in the register`,
  });

async function within(ctx: Context, incidentId: string, deed: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    await deed(tx);
  });
}
