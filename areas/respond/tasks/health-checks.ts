import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault } from '../../../kernel/errors.ts';
import { openTasksOf } from './store.ts';

/**
 * A service is not said to be resumed, nor the incident resolved, while a health check is open (C6-R9, C1-R8).
 * @throws Fault `conflict` that names each
 */
export async function refuseUnchecked(trx: Transaction<Tables>, incidentId: string): Promise<void> {
  const open = (await openTasksOf(trx, incidentId)).filter(({ kind }) => kind === 'healthCheck');
  if (open.length === 0) return;
  const titles = open.map(({ title }) => title).join('、');
  throw new Fault('conflict', {
    detail: {
      ja: `再開前の確認が残っています：${titles}`,
      en: `Health checks are still open: ${titles}`,
    },
  });
}
