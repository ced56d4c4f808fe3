import type { Bilingual } from '../../../kernel/language.ts';
import { cutAt } from '../../../kernel/text.ts';
import type { LinkKind } from '../../sending/links/schema.ts';
import { ITEM_STATES, type ItemState } from './schema.ts';

/** A page for technicians, opened by a QR code. */
export const TECHNICIAN_LINK: LinkKind = { purpose: 'technician', path: 'technician' };

export interface Forecast {
  readonly remaining: number;
  readonly at: Temporal.Instant | undefined;
  readonly perHour: number;
  readonly overHours: number;
}

const MOST_HOURS = 24;
const LEAST_HOURS = 1;

/**
 * When everything would be back at the pace of the last day (or since the board began, if that is shorter). Nothing
 * restored lately: nobody knows. What is blocked counts as remaining.
 * @param restored when each was restored
 */
export function forecastOf(
  remaining: number,
  restored: readonly Temporal.Instant[],
  begun: Temporal.Instant,
  now: Temporal.Instant,
): Forecast {
  const overHours = Math.min(MOST_HOURS, Math.max(LEAST_HOURS, now.since(begun).total('hours')));
  const since = now.subtract({ milliseconds: Math.round(overHours * 3_600_000) });
  const lately = restored.filter((at) => Temporal.Instant.compare(at, since) > 0).length;
  const perHour = lately / overHours;
  const at =
    remaining === 0
      ? now
      : perHour > 0
        ? now.add({ milliseconds: Math.round((remaining / perHour) * 3_600_000) })
        : undefined;
  return { remaining, at, perHour, overHours };
}

/** Restored in all by the end of each day, without a gap between the first day and the last. */
export function burnDownOf(byDay: ReadonlyMap<string, number>): { day: string; restored: number }[] {
  const days = [...byDay.keys()].sort();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  const found: { day: string; restored: number }[] = [];
  let sum = 0;
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, Temporal.PlainDate.from(last)) <= 0;
    day = day.add({ days: 1 })
  ) {
    sum += byDay.get(day.toString()) ?? 0;
    found.push({ day: day.toString(), restored: sum });
  }
  return found;
}

/** Not back yet: waiting, being worked on or blocked. */
const REMAINING: readonly ItemState[] = ['waiting', 'inProgress', 'blocked'];
export const remainingIn = (counts: ReadonlyMap<ItemState, number>): number =>
  REMAINING.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);

/** What is reported against what is thought to be affected (C9-R6). */
export function compare(
  affected: ReadonlySet<string>,
  reported: ReadonlySet<string>,
): { both: number; onlyReported: string[]; onlyAffected: number } {
  const onlyReported = [...reported].filter((key) => !affected.has(key));
  const both = reported.size - onlyReported.length;
  return { both, onlyReported, onlyAffected: affected.size - both };
}

/**
 * Whether what is said to be contained is (C9-R7): looked at again after it was contained, and not more than before.
 * @param checks the oldest first
 */
export function containmentOf(
  containedAt: Temporal.Instant | undefined,
  checks: readonly { readonly at: Temporal.Instant; readonly affected: number }[],
): 'open' | 'unconfirmed' | 'confirmed' | 'growing' {
  const last = checks.at(-1);
  const before = checks.at(-2);
  if (last && before && last.affected > before.affected) return 'growing';
  if (!containedAt) return 'open';
  const looked = last && before && Temporal.Instant.compare(last.at, containedAt) >= 0;
  return looked ? 'confirmed' : 'unconfirmed';
}

/** A line of a list of machines as somebody typed it, or what is wrong with it. */
export type MovedLine =
  | {
      readonly row: number;
      readonly key: string;
      readonly state: ItemState | undefined;
      readonly blocker: string | undefined;
      readonly wave: number | undefined;
    }
  | { readonly row: number; readonly field: string; readonly mend: Bilingual };

const STATE_NAMES = ITEM_STATES.join(', ');

/**
 * Reads one line.
 * @param row as the spreadsheet counts it, for whoever mends it
 */
export function readMovedLine(row: number, line: Readonly<Record<string, string>>): MovedLine {
  // An apostrophe before a sign is ours: it keeps a spreadsheet from taking the cell for a formula.
  const cell = (name: string): string =>
    (line[name] ?? '')
      .normalize('NFKC')
      .trim()
      .replace(/^'(?=[=+\-@])/u, '');
  const key = cell('key');
  if (key === '')
    return { row, field: 'key', mend: { ja: 'キーが入力されていません', en: 'The key is missing' } };
  const state = ITEM_STATES.find((each) => each === cell('state'));
  if (cell('state') !== '' && !state)
    return {
      row,
      field: 'state',
      mend: {
        ja: `状態「${cell('state')}」は使用できません。次のいずれかを指定してください：${STATE_NAMES}`,
        en: `Unknown state “${cell('state')}”. Choose one of ${STATE_NAMES}`,
      },
    };
  const wave = cell('wave');
  if (!/^\d{0,2}$/.test(wave))
    return {
      row,
      field: 'wave',
      mend: { ja: '復旧グループは0〜99の数字で入力してください', en: 'Enter a wave from 0 to 99' },
    };
  const blocker = cutAt(cell('blocker'), 200);
  return {
    row,
    key,
    state: cell('was') !== '' && cell('was') === state ? undefined : state,
    // Emptied in a table of ours, it is meant to go; in a list of somebody else's an empty cell says nothing.
    blocker: blocker === cell('was_blocker') ? undefined : blocker,
    wave: wave === '' || wave === cell('was_wave') ? undefined : Number(wave),
  };
}
