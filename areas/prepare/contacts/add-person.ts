import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { unitTree } from '../parties/index.ts';
import { mayGrant } from './rules.ts';
import type { NewPerson } from './schema.ts';
import { insertPerson } from './store.ts';

export async function addPerson(ctx: Context, person: NewPerson): Promise<{ id: string }> {
  permit(ctx, 'person.manage');
  if (!mayGrant(ctx.actor.permissions, person.roles)) throw new Fault('forbidden', { detail: BEYOND });
  return inTransaction(ctx, (tx) => addPersonWithin(tx, person));
}

/** The same within the caller's transaction, which has looked whether they may grant these roles. */
export async function addPersonWithin(tx: Tx, person: NewPerson): Promise<{ id: string }> {
  const { ctx } = tx;
  if (person.unitId !== null && !(await unitTree(tx.sql)).some(({ id }) => id === person.unitId)) {
    throw invalidField('unitId', {
      ja: '部署が見つかりません。一覧から選択してください',
      en: 'No such department. Choose one from the list',
    });
  }
  const id = ctx.newId();
  if (!(await insertPerson(tx.sql, ctx.orgId, id, person))) {
    throw invalidField('email', {
      ja: 'このメールアドレスは登録済みです',
      en: 'This email address is already registered',
    });
  }
  record(tx, 'person.added', { body: { personId: id, roles: person.roles } });
  return { id };
}

export const BEYOND = {
  ja: '自分の権限を超える役割は付与できません',
  en: 'You cannot grant a role with more permissions than your own',
};
