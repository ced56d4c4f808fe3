import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findPeople } from '../contacts/index.ts';
import type { DutyOrder } from './schema.ts';
import { writeDuty } from './store.ts';

export async function setDuty(ctx: Context, { personIds }: DutyOrder): Promise<void> {
  permit(ctx, 'roster.manage');
  const wanted = [...new Set(personIds)];
  await inTransaction(ctx, async (tx) => {
    const known = await findPeople(tx.sql, wanted);
    if (known.length !== wanted.length) {
      throw invalidField('personIds', { ja: '登録のない人が含まれています', en: 'Somebody on the list is not registered' });
    }
    await writeDuty(tx.sql, ctx.orgId, wanted);
    record(tx, 'duty.changed', { body: { personIds: wanted } });
  });
}
