import type { Bilingual, Language } from '../../../../kernel/language.ts';
import { fillIn, shorten } from '../../../../kernel/text.ts';
import { letterOf } from '../printing/sheet.ts';
import type { FormFault } from '../schema.ts';
import { FAULT_WORDS, type FaultWord } from '../words.ts';

/** A cell of a sheet, from 0; `field` is its path in the report. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly field: string;
}
/** Where there is no cell to name. */
type Anywhere = Pick<Place, 'sheet' | 'field'>;

const MOST = 500;
const LONGEST_GIVEN = 40;

/** Collects what is wrong with a form, in the language of who asked. */
export class Faults {
  readonly #told: FormFault[] = [];
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  tell(
    word: FaultWord,
    place: Place | Anywhere,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    this.say(FAULT_WORDS[word], place, values);
  }

  say(
    text: Bilingual,
    place: Place | Anywhere,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    if (this.#told.length > MOST) return;
    const given = values['given'];
    const shown = { ...values, ...(given !== undefined && { given: shorten(String(given), LONGEST_GIVEN) }) };
    const cell = 'row' in place ? `${letterOf(place.column)}${place.row + 1}` : '';
    this.#told.push(
      this.#told.length === MOST
        ? { sheet: '', cell: '', field: 'form', text: FAULT_WORDS.more[this.language] }
        : { sheet: place.sheet, cell, field: place.field, text: fillIn(text[this.language], shown) },
    );
  }

  /** Whether something was told of a cell. */
  knows({ sheet, row, column }: Place): boolean {
    const cell = `${letterOf(column)}${row + 1}`;
    return this.#told.some((each) => each.sheet === sheet && each.cell === cell);
  }

  get all(): readonly FormFault[] {
    return this.#told;
  }
}
