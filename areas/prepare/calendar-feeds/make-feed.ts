import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { readRegister } from '../registers/index.ts';
import { ROSTERS } from '../rosters/register.ts';
import { deleteFeed, insertFeed } from './store.ts';

/** Makes an address for a calendar program. It is shown once; whoever has it reads these turns until it is revoked. */
export async function makeFeed(ctx: Context, roster: string | null): Promise<{ url: string }> {
  permit(ctx, 'roster.read');
  const { personId } = ctx.actor;
  if (personId === undefined) throw new Fault('forbidden');
  return inTransaction(ctx, async (tx) => {
    const known = await readRegister(tx.sql, ROSTERS);
    if (roster !== null && !known.some(({ key }) => key === roster))
      throw invalidField('roster', { ja: 'この当番シフト表は存在しません', en: 'No such roster' });
    const token = newSecret('cal_');
    const id = ctx.newId();
    await insertFeed(tx.sql, ctx.orgId, {
      id,
      personId,
      roster: roster ?? '',
      tokenHash: hashOf(token),
      madeAt: ctx.now,
    });
    record(tx, 'calendar-feed.made', { body: { feedId: id, personId } });
    return { url: `${ctx.instance.baseUrl}/calendar/${token}.ics` };
  });
}

/** Ends an address of one's own. */
export async function revokeFeed(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'roster.read');
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteFeed(tx.sql, id, ctx.actor.personId ?? ''))) throw new Fault('not-found');
    record(tx, 'calendar-feed.revoked', { body: { feedId: id } });
  });
}
