import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { record } from '../../record.ts';
import { STATUS_OUTLET } from './schema.ts';
import { publishedNames, publishNames as putNames } from './store.ts';

/**
 * Timer: somebody said which services the public page shows. They are called there what they are called now, until that is
 * said again or a statement speaks of them: a register is not written for the public.
 */
export async function publishNames(tx: Tx): Promise<void> {
  permit(tx.ctx, 'statement.write');
  const outlet = (await readRegister(tx.sql, OUTLETS)).find(({ key }) => key === STATUS_OUTLET);
  const names = await assetNames(tx.sql, outlet?.entry.services ?? []);
  const before = await publishedNames(tx.sql);
  const fresh = new Map([...names].filter(([service, name]) => before.get(service) !== name));
  if (fresh.size === 0) return;
  await putNames(tx.sql, tx.ctx.orgId, fresh);
  record(tx, 'status.named', { body: { services: [...fresh.keys()] } });
}
