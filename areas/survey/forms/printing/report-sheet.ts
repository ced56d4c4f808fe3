import type { CellObject, Row } from 'write-excel-file/node';
import type { Language } from '../../../../kernel/language.ts';
import { storable } from '../../../../kernel/workbook/stored-text.ts';
import type { ChoiceName } from '../choices.ts';
import { columnName, type Field, isBare, REPORT_COLUMNS, REPORT_PLAN, rowKey, rowName } from '../plan.ts';
import { markOf } from '../schema.ts';
import { FIELD_HELP, FORM_NOTES, FORM_TITLE, SECTION_WORDS, SHEET_WORDS, STAR } from '../words.ts';
import type { Answer } from './answers.ts';
import { heightOf, LOOK, written } from './look.ts';
import { across, cellName, type Made } from './sheet.ts';

const WIDTHS = REPORT_COLUMNS.map(({ width }) => width);
const SEEN = REPORT_COLUMNS.filter(({ width }) => width > 0).length;
/** The answer takes the columns that only times have. */
const ANSWER_COLUMNS = 4;
const WIDE = WIDTHS.slice(1, 1 + ANSWER_COLUMNS).reduce((sum, width) => sum + width, 0);
const LEAST_ROWS_FREE = 2;
const TIMES = ['value', 'precision', 'zone', 'clock'] as const;
const LISTS = { precision: 'precision', zone: 'zone' } as const;

const head = (text: string): CellObject => ({ ...LOOK.head, value: text, type: String });

/** The first sheet: a field a row, its key in the first column, where nobody is shown it. */
export function reportSheet(
  answers: ReadonlyMap<string, Answer>,
  issuer: string,
  footer: string,
  language: Language,
): Made {
  const data: Row[] = [];
  const offers: { cell: string; list: ChoiceName }[] = [];
  const word = (column: (typeof REPORT_COLUMNS)[number]['column']) => columnName(column, language);
  const push = (key: string, cells: Row, height: number) =>
    data.push([{ value: key, type: String, height, fontSize: 8 }, ...cells]);

  push(
    markOf('report'),
    REPORT_COLUMNS.map(({ column }) => ({ value: column, type: String })),
    12,
  );
  push(
    '#title',
    across(
      {
        ...LOOK.title,
        value: storable([issuer, FORM_TITLE[language]].filter((each) => each !== '').join('　')),
        type: String,
      },
      SEEN,
    ),
    34,
  );
  for (const note of FORM_NOTES)
    push(
      '#note',
      across({ ...LOOK.note, value: note[language], type: String }, SEEN),
      heightOf([[note[language], 145]], 1),
    );
  push(
    '#head',
    [
      head(word('label')),
      ...across(head(word('value')), ANSWER_COLUMNS),
      head(word('state')),
      head(word('reason')),
      head(word('help')),
    ],
    22,
  );
  const top = data.length;
  const breaks: number[] = [];

  const fieldRow = (field: Field, n: number, first: boolean): void => {
    const key = rowKey(field, n);
    const answer = answers.get(key) ?? {};
    const star = field.star ? ` ${STAR[language]}` : '';
    const label = `${rowName(field, n, language)}${star}`;
    const long = (field.lines ?? 1) > 1;
    const row = data.length;
    const help = first ? (FIELD_HELP[field.key]?.[language] ?? '') : '';
    const cells: Row =
      field.kind === 'time'
        ? TIMES.map((column) => written(answer[column] ?? '', LOOK.value, false))
        : across(written(answer.value ?? '', long ? LOOK.long : LOOK.value, long), ANSWER_COLUMNS);
    if ('list' in field) offers.push({ cell: cellName(row, 2), list: field.list });
    if (field.kind === 'yesNo') offers.push({ cell: cellName(row, 2), list: 'yesNo' });
    if (field.kind === 'time')
      for (const column of ['precision', 'zone'] as const)
        offers.push({ cell: cellName(row, 2 + TIMES.indexOf(column)), list: LISTS[column] });
    const told = first && !isBare(field);
    if (told) offers.push({ cell: cellName(row, 2 + ANSWER_COLUMNS), list: 'state' });
    const state = told ? written(answer.state ?? '', LOOK.value, false) : LOOK.none;
    const reason = told ? written(answer.reason ?? '', LOOK.value, false) : LOOK.none;
    const height = heightOf(
      [[answer.value ?? '', field.kind === 'time' ? (WIDTHS[1] ?? 1) : WIDE], [answer.reason ?? '', WIDTHS[6] ?? 1], [label, (WIDTHS[0] ?? 1) * 1.15], [help, (WIDTHS[7] ?? 1) * 1.5]],
      field.lines ?? 1,
    ); // biome-ignore format: a table
    push(
      key,
      [
        { ...LOOK.label, value: label, type: String },
        ...cells,
        state,
        reason,
        { ...LOOK.help, value: help, type: String },
        { value: storable(answer.kept ?? ''), type: String },
      ],
      Math.max(height, 22),
    );
  };

  for (const { section, fields } of REPORT_PLAN) {
    // Three pages, each of whole sections.
    if (section === 'causes' || section === 'handling') breaks.push(data.length);
    push(
      '#section',
      across({ ...LOOK.section, value: SECTION_WORDS[section][language], type: String }, SEEN),
      22,
    );
    if (section === 'times')
      push(
        '#head',
        [
          head(word('label')),
          head(word('time')),
          head(word('precision')),
          head(word('zone')),
          head(word('clock')),
          head(word('state')),
          head(word('reason')),
          head(''),
        ],
        30,
      );
    for (const field of fields) {
      const filled = [...answers.keys()].filter((key) => key.startsWith(`${field.key}.`)).length;
      const rows =
        field.kind === 'choices' ? Math.min(field.most, Math.max(field.rows, filled + LEAST_ROWS_FREE)) : 1;
      for (let n = 0; n < rows; n += 1) fieldRow(field, n, n === 0);
    }
  }
  return {
    name: SHEET_WORDS.report[language],
    data,
    widths: [0, ...WIDTHS],
    hidden: false,
    offers,
    breaks,
    head: top,
    footer,
  };
}
