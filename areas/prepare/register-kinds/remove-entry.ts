import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { keysOfParty } from '../assets/index.ts';
import { incidentsBy, isPlanInUse } from '../plans/index.ts';
import { eraseEntry, lockEntry } from '../registers/acts.ts';
import { rostersGoingBy } from '../rosters/index.ts';
import { guarded } from './guards.ts';
import { pointingAt, refuseWhileRunning, refuseWhileUsed } from './pointing-at.ts';
import type { RegisterName } from './words.ts';

const USED_UNSEEN = {
  ja: 'この計画を適用中の、閲覧が限定されたインシデントがあります。終了するまで削除できません',
  en: 'A restricted incident uses this plan. It cannot be removed until that incident is closed',
};

/**
 * Takes an entry out; its versions stay.
 * @throws Fault `conflict` while others point at it: a call tree without its roster would call nobody
 */
export async function removeEntry(ctx: Context, register: RegisterName, key: string): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await lockEntry(tx.sql, register, key);
    if (!before) throw new Fault('not-found');
    (await guarded(register).guard?.(tx))?.refuse(before.entry, undefined);
    refuseWhileUsed([
      ...(await pointingAt(tx, [register], key)),
      ...(register === 'parties' ? await keysOfParty(tx.sql, key) : []),
      ...(register === 'plans' ? await incidentsBy(tx.sql, key) : []),
      ...(register === 'calendars' ? await rostersGoingBy(tx.sql, key) : []),
    ]);
    await refuseWhileRunning(tx, [register], key);
    if (register === 'plans' && (await isPlanInUse(tx.sql, key)))
      throw new Fault('conflict', { detail: USED_UNSEEN });
    await eraseEntry(tx.sql, { orgId: ctx.orgId, register, key, at: ctx.now, by: byOf(ctx.actor) });
    record(tx, 'register.removed', { body: { register, key } });
  });
}
