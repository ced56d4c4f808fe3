import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { CALENDARS } from '../calendars/register.ts';
import type { Calendar } from '../calendars/schema.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { calendarFor } from './kept-calendars.ts';
import { ROSTERS } from './register.ts';

/**
 * The guard of calendars. A roster whose zone changed would have had its turns at other hours all along, and whoever is on
 * now would be on at another.
 * @throws in `refuse` Fault `conflict` that names the roster
 */
export async function keepZone(tx: Pick<Tx, 'ctx' | 'sql'>): Promise<{
  refuse: (before: Calendar | undefined, after: Calendar | undefined) => void;
}> {
  const timeZone = await readZone(tx.sql);
  const calendars = (await readRegister(tx.sql, CALENDARS)).map(({ entry }) => entry);
  const rosters = (await readRegister(tx.sql, ROSTERS)).map(({ entry }) => entry);
  const refuse = (before: Calendar | undefined, after: Calendar | undefined): void => {
    const others = calendars.filter(({ key }) => key !== (before ?? after)?.key);
    const then = [...others, ...(after ? [after] : [])];
    const moved = rosters.find(
      (roster) =>
        calendarFor(calendars, roster, timeZone).timeZone !== calendarFor(then, roster, timeZone).timeZone,
    );
    if (moved)
      throw new Fault('conflict', {
        detail: {
          ja: `当番シフト表「${moved.name}」の時刻が変わるため、タイムゾーンを変更できません。別のカレンダーを登録し、当番シフト表で「カレンダー」と「最初の日」を変更してください`,
          en: `This would move the hours of the roster “${moved.name}” to another time zone. Add another calendar, then change the roster’s calendar and first day`,
        },
      });
  };
  return { refuse };
}
