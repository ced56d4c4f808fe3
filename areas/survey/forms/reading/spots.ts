import type { ChoiceName, Choices } from '../choices.ts';
import type { Column } from '../plan.ts';
import type { Faults, Place } from './faults.ts';
import type { KeyedSheet } from './keyed-sheet.ts';

/** Where a field is read: a row of a sheet, and its path in the report. */
export interface Spot {
  readonly sheet: KeyedSheet;
  readonly row: number;
  readonly field: string;
}
/** What is read with. */
export interface Tools {
  readonly choices: Choices;
  readonly faults: Faults;
  /** Labels of the form itself, for what is called otherwise by now. */
  readonly ownLabels: (list: ChoiceName, label: string) => string | undefined;
}
/** A value, or that it was wrong and told of. */
export type Got<V> = { readonly value: V } | 'wrong';

export const at = ({ sheet, row, field }: Spot, column: Column): Place => sheet.place(row, column, field);

/** What stands in a cell; undefined where that may not be read. */
export function textIn(spot: Spot, column: Column, { faults }: Tools): string | undefined {
  const cell = spot.sheet.cell(spot.row, column);
  if (!cell) return '';
  if (cell.formula) return void faults.tell('formula', at(spot, column));
  if (cell.wrong) return void faults.say(cell.wrong, at(spot, column));
  return cell.text.trim();
}

const MOST_NAMED = 6;
export function offered(list: ChoiceName, { choices, faults }: Tools): string {
  const labels = choices.offered(list, faults.language).map(({ label }) => label);
  const mark = faults.language === 'ja' ? '、' : ', ';
  return labels.slice(0, MOST_NAMED).join(mark) + (labels.length > MOST_NAMED ? `${mark}…` : '');
}

/** @returns undefined where it is on no list; `wrong` was told */
export function chosen(
  typed: string,
  list: ChoiceName,
  place: Place,
  tools: Tools,
): string | undefined | 'wrong' {
  const key = tools.choices.find(list, typed) ?? tools.ownLabels(list, typed);
  if (key !== undefined) return key;
  if (tools.choices.find(list, typed) !== null) return undefined;
  tools.faults.tell('choiceAmbiguous', place, { given: typed });
  return 'wrong';
}

export function choiceIn(
  spot: Spot,
  column: Column,
  list: ChoiceName,
  tools: Tools,
): Got<string | undefined> {
  const typed = textIn(spot, column, tools);
  if (typed === undefined) return 'wrong';
  if (typed === '') return { value: undefined };
  const key = chosen(typed, list, at(spot, column), tools);
  if (key === 'wrong') return 'wrong';
  if (key !== undefined) return { value: key };
  tools.faults.tell('choice', at(spot, column), { given: typed, choices: offered(list, tools) });
  return 'wrong';
}
