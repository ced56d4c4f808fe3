import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { readOrganisation } from '../parties/index.ts';
import { changesPast } from '../rosters/rules.ts';
import type { Leave } from '../rosters/schema.ts';
import type { RegisterName } from './words.ts';

/**
 * Turns are counted from the first day on, so leave that is over must stay as it was: changing it would change who is on
 * today.
 * @throws Fault `conflict` when days before today would become leave, or cease to be
 */
export async function keepPast(
  tx: Tx,
  register: RegisterName,
  before: unknown,
  after: unknown,
): Promise<void> {
  if (register !== 'leave') return;
  const zone = (await readOrganisation(tx.sql))?.timeZone ?? 'UTC';
  const today = tx.ctx.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  if (!changesPast(before as Leave | undefined, after as Leave | undefined, today)) return;
  throw new Fault('conflict', {
    detail: {
      ja: '過ぎた日の不在は変えられません（今日からの当番が変わってしまいます）。当番表の「個別の変更」を使ってください',
      en: 'Leave on days gone by cannot be changed, for it would change who is on today. Use an override in the roster',
    },
  });
}
