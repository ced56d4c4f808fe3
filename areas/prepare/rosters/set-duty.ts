import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { findPeople } from '../contacts/index.ts';
import type { DutyChange } from './schema.ts';
import { lockDuty, readDuty, writeDuty } from './store.ts';

/** @throws Fault `conflict` when the list is not what the writer had seen */
export async function setDuty(ctx: Context, { personIds, seen }: DutyChange): Promise<void> {
  permit(ctx, 'roster.manage');
  await inTransaction(ctx, (tx) => setDutyWithin(tx, personIds, seen));
}

/** The same within the caller's transaction. */
export async function setDutyWithin(
  tx: Tx,
  personIds: readonly string[],
  seen?: readonly string[],
): Promise<void> {
  const wanted = [...new Set(personIds)];
  await lockDuty(tx.sql, tx.ctx.orgId);
  holdToSeen(seen, await readDuty(tx.sql));
  const known = await findPeople(tx.sql, wanted);
  if (known.length !== wanted.length) {
    throw invalidField('personIds', {
      ja: '登録されていない利用者が含まれています',
      en: 'Someone on the list is not registered',
    });
  }
  await writeDuty(tx.sql, tx.ctx.orgId, wanted);
  record(tx, 'duty.changed', { body: { personIds: wanted } });
}
