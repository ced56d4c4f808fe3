import type { Language } from '../../../../kernel/language.ts';
import type { ReportContent, ReportTime, Told } from '../../content/schema.ts';
import { ABSENCE_WORDS } from '../../content/words.ts';
import { type Choices, NO_ENTRY } from '../choices.ts';
import { type Column, type Field, rowKey } from '../plan.ts';
import type { RowSheet } from '../schema.ts';
import { readAbsence, readTime, shownRange, shownTime } from '../typed/rules.ts';
import { STATED, YES_NO } from '../words.ts';

/** What stands in a row, by column. */
export type Answer = Readonly<Partial<Record<Column, string>>>;

interface Printing {
  readonly choices: Choices;
  readonly language: Language;
}

/** How a field is empty, and why. Where nothing was said there is nothing to show. */
const absent = (told: Told<unknown>, language: Language): { state?: string; reason?: string } => {
  if (told.is === 'value' || told.is === 'notStated') return {};
  return {
    state: ABSENCE_WORDS[told.is][language],
    ...('reason' in told && { reason: told.reason }),
  };
};

/** What would be read as having nothing to say is marked as said. */
const text = (value: string, language: Language): { value: string; state?: string } => ({
  value,
  ...(readAbsence(value) && { state: STATED[language] }),
});

/** On the clock it was read from; as it was written where that clock could not show it. */
function time({ at, precision, zone, clockError }: ReportTime, { choices, language }: Printing) {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const shown = shownTime(wall, precision);
  const read = readTime(shown);
  const same = 'wall' in read && read.wall.equals(wall);
  return {
    time: same ? shown : at,
    precision: choices.label('precision', precision, language),
    zone: choices.label('zone', zone, language),
    clock: clockError === null ? '' : String(clockError),
    kept: at,
  };
}

const at = (content: ReportContent, key: string): unknown =>
  key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], content);

/** Rows of a field as it was told, by their keys. */
function rowsOf(field: Field, content: ReportContent, printing: Printing): [string, Answer][] {
  const { choices, language } = printing;
  const one = (answer: Answer): [string, Answer][] => [[field.key, answer]];
  switch (field.kind) {
    case 'bare':
      return one({ value: String(at(content, field.key)) });
    case 'bareChoice':
      return one({ value: choices.label(field.list, String(at(content, field.key)), language) });
    case 'part': {
      const [, whole = '', part = ''] = /^(.+)\.(\w+)$/.exec(field.key) ?? [];
      const told = at(content, whole) as Told<Record<string, unknown>>;
      const value = told.is === 'value' ? (told.value[part] ?? null) : null;
      return one({ value: value === null ? '' : choices.label(field.list, String(value), language) });
    }
    default: {
      const told = at(content, field.key) as Told<unknown>;
      if (told.is !== 'value') return [[rowKey(field, 0), absent(told, language)]];
      return said(field, told.value, printing);
    }
  }
}

function said(field: Field, value: unknown, printing: Printing): [string, Answer][] {
  const { choices, language } = printing;
  const one = (answer: Answer): [string, Answer][] => [[field.key, answer]];
  switch (field.kind) {
    case 'text':
      return one(text(typeof value === 'string' ? value : (value as { text: string }).text, language));
    case 'yesNo':
      return one({ value: YES_NO[value ? 'yes' : 'no'][language] });
    case 'range':
      return one({ value: shownRange(value as { low: number; high: number }) });
    case 'time': {
      const { time: shown, ...rest } = time(value as ReportTime, printing);
      return one({ value: shown, ...rest });
    }
    case 'choice':
      return one({ value: choices.label(field.list, String(value), language) });
    case 'choices': {
      const keys = value as readonly string[];
      const chosen = keys.length > 0 ? keys : [NO_ENTRY];
      return chosen.map((key, n) => [rowKey(field, n), { value: choices.label(field.list, key, language) }]);
    }
    default:
      return [];
  }
}

/** What a report says, row by row of the first sheet. */
export const answersOf = (
  fields: readonly Field[],
  content: ReportContent,
  printing: Printing,
): ReadonlyMap<string, Answer> => new Map(fields.flatMap((field) => rowsOf(field, content, printing)));

/** What a report lists, entry by entry, each with its id. */
export function entriesOf(
  sheet: RowSheet,
  content: ReportContent,
  { choices, language }: Printing,
): { id: string; answer: Answer }[] {
  switch (sheet) {
    case 'contacts':
      return content.contacts.map(({ name, ...rest }) => ({ id: '', answer: { person: name, ...rest } }));
    case 'steps':
      return content.steps.map(({ id, text: what, by, time: when, outcome, withdrawn = '' }) => {
        const { state: timeState = '', reason: timeReason = '' } = absent(when, language);
        return {
          id,
          answer: {
            text: what,
            by,
            outcome: choices.label('outcome', outcome, language),
            withdrawn,
            timeState,
            timeReason,
            ...(when.is === 'value' && time(when.value, { choices, language })),
          },
        };
      });
    case 'parties':
      return content.parties.map(({ id, name, kind, part, withdrawn = '' }) => ({
        id,
        answer: { name, kind: choices.label('partyKind', kind, language), part, withdrawn },
      }));
    case 'systems':
      return content.systems.map(({ id, name, kind, withdrawn = '' }) => ({
        id,
        answer: { name, kind: choices.label('systemKind', kind, language), withdrawn },
      }));
    default:
      return sheet satisfies never;
  }
}
