import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { tasksOf } from './store.ts';

/**
 * A service is not said to be resumed, nor the incident resolved, while a health check is open (C6-R9, C1-R8); nor resumed
 * without any, unless somebody says why equipment, core and surroundings needed none.
 * @param noChecks that reason; left out where none is asked for
 * @throws Fault `conflict` that names each, or `invalid` at `noChecks`
 */
export async function refuseUnchecked(
  trx: Transaction<Tables>,
  incidentId: string,
  noChecks?: string,
): Promise<void> {
  const checks = (await tasksOf(trx, incidentId)).filter(({ kind }) => kind === 'healthCheck');
  const open = checks.filter(({ state }) => state === 'open');
  if (noChecks === '' && !checks.some(({ state }) => state !== 'cancelled'))
    throw invalidField('noChecks', {
      ja: '再開前の確認（機器・中核・周辺）が1件も記録されていません。確認を記録するか、不要とする理由を入力してください',
      en: 'No health check of equipment, core or surroundings is recorded. Add one, or enter why none is needed',
    });
  if (open.length === 0) return;
  const titles = open.map(({ title }) => title).join('、');
  throw new Fault('conflict', {
    detail: {
      ja: `未完了の再開前の確認があります：${titles}`,
      en: `Health checks are not done: ${titles}`,
    },
  });
}
