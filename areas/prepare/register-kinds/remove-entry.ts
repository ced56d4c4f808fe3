import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { eraseEntry, lockEntry } from '../registers/acts.ts';
import { readRegister } from '../registers/index.ts';
import { referencesOf } from '../registers/rules.ts';
import type { RegisterKind } from '../registers/schema.ts';
import { guarded } from './guards.ts';
import { REGISTERS, type RegisterName } from './words.ts';

/** What still points at an entry, by key. */
async function pointingAt(tx: Tx, register: RegisterName, key: string): Promise<string[]> {
  const found: string[] = [];
  const kinds: readonly RegisterKind[] = Object.values(REGISTERS);
  for (const from of kinds)
    for (const each of await readRegister(tx.sql, from))
      if (referencesOf(from.points, each.entry).some((one) => one.to === register && one.key === key))
        found.push(each.key);
  return found;
}

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
    const users = await pointingAt(tx, register, key);
    if (users.length > 0)
      throw new Fault('conflict', {
        detail: {
          ja: `次の項目が使っています：${users.join('、')}。先にそちらを変えてください`,
          en: `In use by ${users.join(', ')}: change those first`,
        },
      });
    await eraseEntry(tx.sql, { orgId: ctx.orgId, register, key, at: ctx.now, by: byOf(ctx.actor) });
    record(tx, 'register.removed', { body: { register, key } });
  });
}
