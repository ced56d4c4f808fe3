import { columnName, ROW_PLANS } from '../plan.ts';
import type { RowSheet } from '../schema.ts';
import type { Draft } from './draft.ts';
import type { KeyedSheet } from './keyed-sheet.ts';
import { choiceIn, type Spot, type Tools, textIn } from './spots.ts';
import { STEP_STATE } from './told.ts';
import { toldTime } from './told-time.ts';

/** Where in an entry a column goes. */
const PATHS = { person: 'name', time: 'time' } as const;
const OF_TIME: readonly string[] = ['precision', 'zone', 'clock', 'timeState', 'timeReason', 'kept'];
const pathOf = (column: string): string => (column in PATHS ? PATHS[column as keyof typeof PATHS] : column);

const ID = /^[a-z][a-z0-9-]{0,40}$/;

/** The id an entry had, or one that nothing has: whoever copied a row made another entry. */
function idOf(key: string, used: Set<string>, known: ReadonlySet<string>, letter: string): string {
  let id = key;
  if (!ID.test(key) || used.has(key)) {
    let n = 1;
    while (used.has(`${letter}${n}`) || known.has(`${letter}${n}`)) n += 1;
    id = `${letter}${n}`;
  }
  used.add(id);
  return id;
}

/** Reads a sheet with an entry a row. */
export function readEntryRows(kind: RowSheet, sheet: KeyedSheet, draft: Draft, tools: Tools): void {
  const { columns, most, letter } = ROW_PLANS[kind];
  const { faults } = tools;
  const rows = sheet.rows.filter((row) => !sheet.keyOf(row).startsWith('#') && !sheet.isHeading(row));
  const known = new Set(rows.map((row) => sheet.keyOf(row)));
  const used = new Set<string>();
  const read = columns.map(({ column }) => column);
  let count = 0;
  for (const row of rows) {
    const field = `${kind}.${count}`;
    for (const { column } of sheet.strayIn(row, read))
      faults.tell('outside', { sheet: sheet.name, row, column, field });
    const said = columns.some(({ column, width }) => width > 0 && sheet.cell(row, column) !== undefined);
    if (!said) continue;
    if (count === most) {
      faults.tell('tooMany', sheet.place(row, columns.find(({ needed }) => needed)?.column ?? 'name', kind), {
        most,
      });
      return;
    }
    const spot = (path: string): Spot => ({ sheet, row, field: `${field}.${path}` });
    if (letter !== '')
      draft.put(`${field}.id`, idOf(sheet.keyOf(row), used, known, letter), sheet.place(row, 'kept', field));
    for (const { column, list, needed } of columns) {
      if (OF_TIME.includes(column)) continue;
      const path = pathOf(column);
      const place = sheet.place(row, column, `${field}.${path}`);
      if (column === 'time') draft.put(`${field}.time`, toldTime(spot('time'), STEP_STATE, tools), place);
      else if (list) {
        const got = choiceIn(spot(path), column, list, tools);
        draft.put(`${field}.${path}`, got === 'wrong' ? undefined : got.value, place);
      } else {
        const text = textIn(spot(path), column, tools);
        if (text === '' && needed)
          faults.tell('required', place, { name: columnName(column, faults.language) });
        if (text) draft.put(`${field}.${path}`, text, place);
      }
    }
    count += 1;
  }
}
