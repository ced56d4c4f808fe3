import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { CALENDARS } from '../calendars/register.ts';
import { findPeople } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { brokenOverrides } from './broken-overrides.ts';
import { ROSTERS } from './register.ts';
import { changesPast } from './rules.ts';
import type { BrokenOverride, Leave } from './schema.ts';

type Looking = Pick<Tx, 'ctx' | 'sql'>;

/** Who stands in a roster, and the day that has begun already somewhere in the calendars they are read by. */
async function rosteredNow(tx: Looking): Promise<{ personIds: ReadonlySet<string>; today: string }> {
  const rosters = (await readRegister(tx.sql, ROSTERS)).map(({ entry }) => entry);
  const zones = [
    await readZone(tx.sql),
    ...(await readRegister(tx.sql, CALENDARS)).map(({ entry }) => entry.timeZone),
  ];
  const days = zones.map((zone) => tx.ctx.now.toZonedDateTimeISO(zone).toPlainDate().toString()).sort();
  const named = rosters.flatMap(({ layers }) =>
    layers.flatMap(({ members }) => members.map(({ personId }) => personId)),
  );
  // Who has left takes no turn any more: their leave may go.
  const here = await findPeople(tx.sql, [...new Set(named)]);
  return { personIds: new Set(here.map(({ id }) => id)), today: days.at(-1) ?? '' };
}

/**
 * The guard of leave. Leave of somebody who takes turns stays as it was once it is over: who was on then was on, whatever
 * is written afterwards.
 * @throws in `refuse` Fault `conflict` when days gone by would become leave, or cease to be
 */
export async function keepPast(tx: Looking): Promise<{
  refuse: (before: Leave | undefined, after: Leave | undefined) => void;
  breaks: (after: Leave) => Promise<BrokenOverride[]>;
}> {
  const { personIds, today } = await rosteredNow(tx);
  const counts = (leave: Leave | undefined) => (leave && personIds.has(leave.personId) ? leave : undefined);
  const refuse = (before: Leave | undefined, after: Leave | undefined): void => {
    if (!changesPast(counts(before), counts(after), today)) return;
    throw new Fault('conflict', {
      detail: {
        ja: '過去の日の不在は変更できません。当番シフト表の「個別変更」を使用してください',
        en: 'Past leave cannot be changed. Use an override in the roster',
      },
    });
  };
  const breaks = ({ personId }: Leave) => brokenOverrides(tx.sql, tx.ctx.orgId, tx.ctx.now, personId);
  return { refuse, breaks };
}
