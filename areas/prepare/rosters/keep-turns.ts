import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { keptCalendars } from './kept-calendars.ts';
import { movesTurnsGoneBy, strayOverrides } from './rules.ts';
import type { Roster } from './schema.ts';

type Looking = Pick<Tx, 'ctx' | 'sql'>;

/** @throws Fault `invalid` for overrides of layers that are not there: they would put nobody on */
function refuseNowhere({ layers, overrides }: Roster): void {
  const most = layers.length;
  const fields = overrides.flatMap(({ layer }, n) =>
    layer < most
      ? []
      : {
          field: `overrides.${n}.layer`,
          mend: {
            ja: `この当番シフト表に${layer + 1}番目の呼び出し段階はありません。呼び出し段階を選び直すか、この個別変更を削除してください（呼び出し段階は${most}つ）`,
            en: `This roster has no layer ${layer + 1}. Choose one of its ${most}, or remove the override`,
          },
        },
  );
  if (fields.length > 0) throw new Fault('invalid', { fields });
}

/** @throws Fault `invalid` for overrides that would stand in another layer than they were written for */
function refuseStray(before: Roster, after: Roster): void {
  const fields = strayOverrides(before, after).map((n) => {
    const layer = after.overrides[n]?.layer ?? 0;
    const [was, is] = [before.layers[layer]?.name ?? '', after.layers[layer]?.name ?? ''];
    return {
      field: `overrides.${n}.layer`,
      mend: {
        ja: `「${was}」の個別変更が、並べ替えにより「${is}」に移ります。呼び出し段階を選び直すか、この個別変更を削除してください`,
        en: `This override was made for “${was}” and would now apply to “${is}”. Choose its layer again, or remove it`,
      },
    };
  });
  if (fields.length > 0) throw new Fault('invalid', { fields });
}

/**
 * The guard of rosters. Who was on stays true, and who is on now is not moved by somebody joining or leaving a rotation:
 * a member comes with a first day and goes with a last one.
 * @throws in `refuse` Fault `conflict` when other members would change turns that have begun
 */
export async function keepTurns(tx: Looking): Promise<{
  refuse: (before: Roster | undefined, after: Roster | undefined) => void;
  stay: (before: Roster) => ReadonlySet<string>;
}> {
  const calendarOf = await keptCalendars(tx.sql);
  const refuse = (before: Roster | undefined, after: Roster | undefined): void => {
    if (after) refuseNowhere(after);
    if (!before || !after) return;
    refuseStray(before, after);
    const worldOf = (roster: Roster) => {
      const { now: calendar, earlier } = calendarOf(roster);
      return { calendar, earlier, holidays: JAPANESE_HOLIDAYS };
    };
    const [was, is] = [worldOf(before), worldOf(after)];
    const moved = after.layers.find((layer, n) => {
      const had = before.layers[n];
      return had !== undefined && movesTurnsGoneBy([had, was], [layer, is], tx.ctx.now);
    });
    if (moved)
      throw new Fault('conflict', {
        detail: {
          ja: `「${moved.name}」の担当者またはカレンダーをこのように変更すると、過去の当番が変わります。追加する人は「開始」（今日以降）を入力して末尾に追加し、外れる人は削除せずに「終了」（今日以降）を入力してください。順番を組み直す場合やカレンダーを変更する場合は、「最初の日」も変更してください`,
          en: `Changing the members or the calendar of “${moved.name}” like this would change past shifts. Add new members at the end with a start date (today or later), and give leavers an end date (today or later) instead of removing them. To restart the rotation or use another calendar, change the layer’s first day too`,
        },
      });
  };
  // Their turns gone by are counted by where they stand.
  const stay = ({ layers, overrides }: Roster): ReadonlySet<string> =>
    new Set([
      ...layers.flatMap(({ members }) => members.map(({ personId }) => personId)),
      ...overrides.flatMap(({ personId }) => personId ?? []),
    ]);
  return { refuse, stay };
}
