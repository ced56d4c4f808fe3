import type { Told } from '../../content/schema.ts';
import { type Column, FIELDS, type Field, isBare, rowKey, rowName } from '../plan.ts';
import type { Draft } from './draft.ts';
import type { Faults } from './faults.ts';
import type { KeyedSheet } from './keyed-sheet.ts';
import { choiceIn, type Spot, type Tools, textIn } from './spots.ts';
import { STATE_COLUMNS, toldChoice, toldRange, toldText, toldYesNo } from './told.ts';
import { toldChoices } from './told-choices.ts';
import { toldTime } from './told-time.ts';

type Rows = ReadonlyMap<string, number>;

const KEYS: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) =>
    Array.from({ length: field.kind === 'choices' ? field.most : 1 }, (_, n) => [rowKey(field, n), field] as const),
  ),
); // biome-ignore format: a table

const TOLD: readonly Column[] = ['value', 'state', 'reason'];
/** The columns that are read in a row of a field. */
function columnsOf(field: Field, key: string): readonly Column[] {
  if (field.kind === 'time') return [...TOLD, 'precision', 'zone', 'clock'];
  return isBare(field) || key !== rowKey(field, 0) ? ['value'] : TOLD;
}

/** Which row holds which field. Rows that hold none, and what stands beside what is read, are told of. */
function rowsOf(sheet: KeyedSheet, { faults }: Tools): Rows {
  const rows = new Map<string, number>();
  const stray = (row: number, read: readonly Column[], word: 'outside' | 'keyUnknown', field: string) => {
    for (const { column } of sheet.strayIn(row, read))
      faults.tell(word, { sheet: sheet.name, row, column, field });
  };
  for (const row of sheet.rows) {
    const key = sheet.keyOf(row);
    if (key.startsWith('#') || (key === '' && sheet.isHeading(row))) continue;
    const field = KEYS.get(key);
    if (!field) stray(row, [], key === '' ? 'outside' : 'keyUnknown', 'form');
    else {
      stray(row, columnsOf(field, key), 'outside', field.key);
      const first = rows.get(key);
      if (first === undefined) rows.set(key, row);
      else if (sheet.cell(row, 'value') || sheet.cell(row, 'state'))
        faults.tell('keyTwice', sheet.place(row, 'value', field.key), { name: nameOf(key, field, faults) });
    }
  }
  return rows;
}

const nameOf = (key: string, field: Field, { language }: Faults): string =>
  rowName(field, Number(/\.(\d+)$/.exec(key)?.[1] ?? 1) - 1, language);

/** What a field says; undefined of one that is wrong. */
function readField(field: Field, spot: Spot, tools: Tools): Told<unknown> | string | undefined {
  switch (field.kind) {
    case 'bare':
      return textIn(spot, 'value', tools);
    case 'bareChoice': {
      const got = choiceIn(spot, 'value', field.list, tools);
      return got === 'wrong' ? undefined : got.value;
    }
    case 'text':
      return toldText(spot, tools);
    case 'choice':
      return toldChoice(spot, field.list, tools);
    case 'yesNo':
      return toldYesNo(spot, tools);
    case 'range':
      return toldRange(spot, tools);
    case 'time':
      return toldTime(spot, STATE_COLUMNS, tools);
    default:
      return undefined;
  }
}

/** A text with what belongs to it: how certain a cause is, how severe an effect. */
function joined(field: Field, told: Told<unknown>, part: Spot | undefined, tools: Tools): Told<unknown> {
  const owned = FIELDS.find(({ key, kind }) => kind === 'part' && key.startsWith(`${field.key}.`));
  if (owned?.kind !== 'part') return told;
  const name = owned.key.slice(field.key.length + 1);
  const got = part ? choiceIn(part, 'value', owned.list, tools) : { value: undefined };
  const certainty = name === 'certainty';
  // How certain or how severe it is was not said: nobody claims more.
  if (got === 'wrong') return withPart(told, name, certainty ? 'unknown' : null);
  if (told.is !== 'value') {
    if (got.value !== undefined && part)
      tools.faults.tell(
        certainty ? 'certaintyAlone' : 'levelAlone',
        part.sheet.place(part.row, 'value', part.field),
      );
    return told;
  }
  if (!certainty) return withPart(told, name, got.value === undefined ? null : Number(got.value));
  if (got.value !== undefined) return withPart(told, name, got.value);
  if (part) tools.faults.tell('certaintyMissing', part.sheet.place(part.row, 'value', part.field));
  return withPart(told, name, 'unknown');
}
const withPart = (told: Told<unknown>, name: string, value: unknown): Told<unknown> =>
  told.is === 'value' ? { is: 'value', value: { text: told.value, [name]: value } } : told;

/** Reads the first sheet, field by field. */
export function readReportRows(sheet: KeyedSheet, draft: Draft, tools: Tools): void {
  const rows = rowsOf(sheet, tools);
  const spotOf = (key: string, field: string): Spot | undefined => {
    const row = rows.get(key);
    return row === undefined ? undefined : { sheet, row, field };
  };
  for (const field of FIELDS) {
    if (field.kind === 'part') continue;
    if (field.kind === 'choices') {
      const spots = Array.from({ length: field.most }, (_, n) => spotOf(rowKey(field, n), field.key)).filter(
        (spot) => spot !== undefined,
      );
      const [first] = spots;
      if (first)
        draft.put(
          field.key,
          toldChoices(spots, field.list, tools),
          sheet.place(first.row, 'value', field.key),
        );
      continue;
    }
    const spot = spotOf(field.key, field.key);
    if (!spot) continue;
    const read = readField(field, spot, tools);
    const part = FIELDS.find(({ key, kind }) => kind === 'part' && key.startsWith(`${field.key}.`));
    const whole =
      part && read && typeof read !== 'string'
        ? joined(field, read, spotOf(part.key, part.key), tools)
        : read;
    draft.put(field.key, whole === '' ? undefined : whole, sheet.place(spot.row, 'value', field.key));
  }
}
