import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import type { ImprovementChange } from './schema.ts';
import { updateImprovement } from './store.ts';

export async function changeImprovement(ctx: Context, id: string, change: ImprovementChange): Promise<void> {
  permit(ctx, 'case.write');
  await inTransaction(ctx, async (tx) => {
    if (change.ownerId !== null && !(await findPerson(tx.sql, change.ownerId)))
      throw invalidField('ownerId', {
        ja: '登録されていない利用者です。一覧から選択してください',
        en: 'This person is not registered. Choose one from the list',
      });
    if (!(await updateImprovement(tx.sql, id, change, ctx.now))) throw new Fault('not-found');
    record(tx, 'improvement.changed', { body: { improvementId: id, state: change.state } });
  });
}
