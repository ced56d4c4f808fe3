import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { findPeople } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { changesPast } from './rules.ts';
import type { Leave } from './schema.ts';

/** Who stands in a roster, and the day that has begun already somewhere in the calendars they are read by. */
export interface Rostered {
  readonly personIds: ReadonlySet<string>;
  readonly today: string;
}

/** Rosters as they are before anything is written: a file may bring rosters and leave that is over together. */
export async function rosteredNow(tx: Tx): Promise<Rostered> {
  const rosters = (await readRegister(tx.sql, 'rosters')).map(({ entry }) => entry);
  const zones = [
    await readZone(tx.sql),
    ...(await readRegister(tx.sql, 'calendars')).map(({ entry }) => entry.timeZone),
  ];
  const days = zones.map((zone) => tx.ctx.now.toZonedDateTimeISO(zone).toPlainDate().toString()).sort();
  const named = rosters.flatMap(({ layers }) =>
    layers.flatMap(({ members }) => members.map(({ personId }) => personId)),
  );
  // Who has left is in nobody's turn: their leave may go.
  const here = await findPeople(tx.sql, [...new Set(named)]);
  return { personIds: new Set(here.map(({ id }) => id)), today: days.at(-1) ?? '' };
}

/**
 * Turns are counted from the first day on, so leave of somebody who takes turns must stay as it was once it is over:
 * changing it would change who is on today.
 * @throws Fault `conflict` when days gone by would become leave, or cease to be
 */
export function keepPast(
  { personIds, today }: Rostered,
  before: Leave | undefined,
  after: Leave | undefined,
): void {
  const counts = (leave: Leave | undefined) => (leave && personIds.has(leave.personId) ? leave : undefined);
  if (!changesPast(counts(before), counts(after), today)) return;
  throw new Fault('conflict', {
    detail: {
      ja: '過ぎた日の不在は変えられません（今日からの当番が変わってしまいます）。当番表の「個別の変更」を使ってください',
      en: 'Leave on days gone by cannot be changed, for it would change who is on today. Use an override in the roster',
    },
  });
}
