import type { Language } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import type { StatisticsView } from '../schema.ts';
import { LEFT_OUT_WORDS, SHARE_WORDS, SPAN_WORDS } from '../words.ts';
import { SHEET_WORDS } from './words.ts';

/** One table of a file: its first row names the columns. A count that is hidden is told as such. */
export interface Sheet {
  /** Of the tab: short. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly rule: string;
}

/** Every figure as a table, in the order of the screen. */
export function sheetsOf(view: StatisticsView, language: Language): Sheet[] {
  const say = (word: { readonly ja: string; readonly en: string }): string => word[language];
  const { selection, leftOut } = view;
  const quarter = ({ fiscalYear, quarter: q }: { fiscalYear: number; quarter: number }): string =>
    fillIn(say(SHEET_WORDS.quarter), { year: fiscalYear, quarter: q });
  const year = (fiscalYear: number): string => fillIn(say(SHEET_WORDS.year), { year: fiscalYear });
  const or = (count: number | null): number | string => count ?? say(SHEET_WORDS.hidden);
  const { causes, crossed, eventTypes } = view;
  const sheet = (word: keyof typeof SHEET_WORDS, rows: Sheet['rows'], more = ''): Sheet => ({
    name: say(SHEET_WORDS[word]),
    title: say(SHEET_WORDS[word]),
    rows,
    rule: more ? `${say(view.rule)} ${more}` : say(view.rule),
  });
  const count = say(SHEET_WORDS.count);
  return [
    sheet('selected', [
      [say(SHEET_WORDS.item), count],
      [say(SHEET_WORDS.submitted), view.submitted],
      ...Object.entries(LEFT_OUT_WORDS).map(([key, word]) => [
        say(word),
        leftOut[key as keyof typeof leftOut],
      ]),
      [say(SHEET_WORDS.counted), view.counted],
    ]),
    sheet('types', [
      [say(SHEET_WORDS.type), ...eventTypes.quarters.map(quarter), ...eventTypes.years.map(year)],
      ...eventTypes.rows.map(({ name, quarters, years }) => [say(name), ...quarters, ...years]),
      [say(SHEET_WORDS.total), ...eventTypes.totals.quarters, ...eventTypes.totals.years],
    ]),
    sheet(
      'causes',
      [
        [say(SHEET_WORDS.cause), count],
        ...causes.groups.map(({ name, count: how }) => [say(name), how]),
        ...causes.rows.map(({ name, count: how }) => [say(name), how]),
        [say(SHEET_WORDS.notTold), causes.notTold],
      ],
      say(SHEET_WORDS.several),
    ),
    sheet('sectors', [
      [say(SHEET_WORDS.sector), count],
      ...(view.sectors.length === 0 ? [[say(SHEET_WORDS.hidden)]] : []),
      ...view.sectors.map(({ name, count: how }) => [say(name), how]),
    ]),
    sheet(
      'crossed',
      [
        [say(SHEET_WORDS.sector), ...crossed.columns.map(({ name }) => say(name)), say(SHEET_WORDS.total)],
        ...crossed.rows.map(({ name, cells, total }) => [say(name), ...cells.map(or), or(total)]),
        [
          say(SHEET_WORDS.total),
          ...crossed.totals.map(or),
          crossed.withheld ? say(SHEET_WORDS.hidden) : view.counted,
        ],
      ],
      fillIn(say(SHEET_WORDS.hiding), { k: selection.hideBelow }),
    ),
    sheet('spans', [
      [
        say(SHEET_WORDS.span),
        count,
        say(SHEET_WORDS.low),
        say(SHEET_WORDS.middle),
        say(SHEET_WORDS.high),
        say(SHEET_WORDS.missing),
        say(SHEET_WORDS.coarse),
      ],
      ...view.spans.map(({ span, counted, quartiles, missing, coarse }) => [
        say(SPAN_WORDS[span]),
        counted,
        ...(quartiles ?? [null, null, null]).map((seconds) => (seconds === null ? null : seconds / 3_600)),
        missing,
        coarse,
      ]),
    ]),
    sheet('shares', [
      [say(SHEET_WORDS.item), count, say(SHEET_WORDS.of)],
      ...view.shares.map(({ share, count: how, of }) => [
        fillIn(say(SHARE_WORDS[share]), { hours: selection.hours, level: selection.level }),
        how,
        of,
      ]),
    ]),
    sheet('systems', [
      [say(SHEET_WORDS.system), count],
      ...view.systems.map(({ name, count: how }) => [say(name), how]),
    ]),
    ...(view.years
      ? [
          sheet('years', [
            [say(SHEET_WORDS.type), ...view.years.map(({ from, until }) => `${from} – ${until}`)],
            ...eventTypes.rows.map(({ key, name }) => [
              say(name),
              ...(view.years ?? []).map(({ types }) => types[key] ?? 0),
            ]),
            [say(SHEET_WORDS.total), ...view.years.map(({ total }) => total)],
          ]),
        ]
      : []),
  ];
}
