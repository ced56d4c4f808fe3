import type { Language } from '../../../kernel/language.ts';
import { MOMENTS, MOST } from '../content/schema.ts';
import { FIELD_WORDS } from '../content/words.ts';
import type { ChoiceName } from './choices.ts';
import type { RowSheet } from './schema.ts';
import { COLUMN_WORDS, PART_WORDS, type Section } from './words.ts';

export type Column = keyof typeof COLUMN_WORDS | 'kept';

interface Plain {
  readonly key: string;
  /** Without it a report stays a draft. */
  readonly star?: true;
  /** Lines it is given. */
  readonly lines?: number;
}
/** How a field of the report is asked for. `bare` has no state: empty says nothing; a `part` belongs to the field before it. */
export type Field = Plain &
  (
    | { readonly kind: 'bare' | 'text' | 'yesNo' | 'range' | 'time' }
    | { readonly kind: 'choice' | 'bareChoice' | 'part'; readonly list: ChoiceName }
    | { readonly kind: 'choices'; readonly list: ChoiceName; readonly rows: number; readonly most: number }
  );

/** Fields of the first sheet, section by section, in the order they are asked in. */
export const REPORT_PLAN: readonly { readonly section: Section; readonly fields: readonly Field[] }[] = [
  {
    section: 'reporter',
    fields: [
      { key: 'operator.name', kind: 'bare', star: true },
      { key: 'operator.department', kind: 'bare' },
      { key: 'sector', kind: 'choice', list: 'sectors', star: true },
      { key: 'designated', kind: 'choice', list: 'designated' },
    ],
  },
  {
    section: 'event',
    fields: [
      { key: 'title', kind: 'bare' },
      { key: 'eventType', kind: 'choice', list: 'eventTypes', star: true },
      { key: 'outline', kind: 'text', lines: 7 },
    ],
  },
  {
    section: 'times',
    fields: MOMENTS.map((moment) => ({
      key: `times.${moment}`,
      kind: 'time' as const,
      ...((moment === 'occurred' || moment === 'noticed') && { star: true as const }),
    })),
  },
  {
    section: 'causes',
    fields: [
      { key: 'causes', kind: 'choices', list: 'causes', rows: 5, most: MOST.causes },
      { key: 'causeText', kind: 'text', lines: 5 },
      { key: 'causeText.certainty', kind: 'part', list: 'certainty' },
    ],
  },
  {
    section: 'effect',
    fields: [
      { key: 'effect.service', kind: 'text', lines: 4 },
      { key: 'effect.service.level', kind: 'part', list: 'level' },
      { key: 'effect.around', kind: 'text', lines: 4 },
      { key: 'effect.around.level', kind: 'part', list: 'level' },
      { key: 'effect.users', kind: 'range' },
      { key: 'effect.machines', kind: 'range' },
      { key: 'effect.levelMissed', kind: 'yesNo' },
      { key: 'effect.sectors', kind: 'choices', list: 'sectorsOrNone', rows: 4, most: MOST.sectors },
    ],
  },
  {
    section: 'handling',
    fields: [
      { key: 'measures', kind: 'text', lines: 5 },
      { key: 'publication', kind: 'choice', list: 'publication' },
      { key: 'tlp', kind: 'bareChoice', list: 'tlp' },
      { key: 'surveyContact', kind: 'yesNo' },
      { key: 'remarks', kind: 'bare', lines: 4 },
    ],
  },
];
export const FIELDS: readonly Field[] = REPORT_PLAN.flatMap(({ fields }) => fields);

/** Whether it has no state of its own. */
export const isBare = ({ kind }: Field): boolean => ['bare', 'bareChoice', 'part'].includes(kind);

/** Of several rows that one field has, each has a key of its own. */
export const rowKey = (field: Field, n: number): string =>
  field.kind === 'choices' ? `${field.key}.${n + 1}` : field.key;

const WORDS: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  ...FIELD_WORDS,
  ...PART_WORDS,
};
export const fieldName = (key: string, language: Language): string => WORDS[key]?.[language] ?? key;
export const rowName = (field: Field, n: number, language: Language): string =>
  field.kind === 'choices' ? `${fieldName(field.key, language)} ${n + 1}` : fieldName(field.key, language);

/** Columns of the first sheet from the left, with their widths in characters; what nobody is shown has none. */
export const REPORT_COLUMNS: readonly { readonly column: Column; readonly width: number }[] = [
  { column: 'label', width: 24 },
  { column: 'value', width: 25 },
  { column: 'precision', width: 12 },
  { column: 'zone', width: 13 },
  { column: 'clock', width: 11 },
  { column: 'state', width: 11 },
  { column: 'reason', width: 21 },
  { column: 'help', width: 31 },
  { column: 'kept', width: 0 },
];

export interface RowColumn {
  readonly column: Column;
  readonly width: number;
  readonly list?: ChoiceName;
  /** Without it a row says nothing. */
  readonly needed?: true;
}
interface RowPlan {
  readonly columns: readonly RowColumn[];
  /** So many are printed at least. */
  readonly rows: number;
  readonly most: number;
  /** Letter that ids of new rows begin with; contacts have none. */
  readonly letter: string;
}
export const ROW_PLANS: Readonly<Record<RowSheet, RowPlan>> = {
  contacts: {
    rows: MOST.contacts,
    most: MOST.contacts,
    letter: '',
    columns: [
      { column: 'person', width: 28, needed: true },
      { column: 'role', width: 42 },
      { column: 'email', width: 42 },
      { column: 'phone', width: 24 },
    ],
  },
  steps: {
    rows: 14,
    most: MOST.steps,
    letter: 's',
    columns: [
      { column: 'time', width: 18 },
      { column: 'precision', width: 11, list: 'precision' },
      { column: 'zone', width: 12, list: 'zone' },
      { column: 'clock', width: 10 },
      { column: 'text', width: 46, needed: true },
      { column: 'by', width: 18 },
      { column: 'outcome', width: 13, list: 'outcome' },
      { column: 'timeState', width: 11, list: 'state' },
      { column: 'timeReason', width: 16 },
      { column: 'withdrawn', width: 16 },
      { column: 'kept', width: 0 },
    ],
  },
  parties: {
    rows: 12,
    most: MOST.parties,
    letter: 'p',
    columns: [
      { column: 'name', width: 36, needed: true },
      { column: 'kind', width: 22, list: 'partyKind' },
      { column: 'part', width: 58 },
      { column: 'withdrawn', width: 24 },
    ],
  },
  systems: {
    rows: 12,
    most: MOST.systems,
    letter: 'y',
    columns: [
      { column: 'name', width: 56, needed: true },
      { column: 'kind', width: 24, list: 'systemKind' },
      { column: 'withdrawn', width: 36 },
    ],
  },
};

export const columnName = (column: Column, language: Language): string =>
  column === 'kept' ? '' : COLUMN_WORDS[column][language];
