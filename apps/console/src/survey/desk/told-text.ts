import type { FieldKind } from '../../../../../areas/survey/content/fields/schema.ts';
import { MISSING } from '../../../../../areas/survey/content/rules.ts';
import type { Absence, ReportContent, Told } from '../../../../../areas/survey/content/schema.ts';
import {
  ABSENCE_WORDS,
  MISSING_WORDS,
  PRECISION_WORDS,
  PUBLICATION_WORDS,
} from '../../../../../areas/survey/content/words.ts';
import { CERTAINTY_WORDS, type Certainty } from '../../../../../kernel/certainty.ts';
import { type Bilingual, type Language, listed } from '../../../../../kernel/language.ts';
import type { ReplyOf } from '../../api.ts';
import { fullTime } from '../../ui/dates/wall.ts';
import { DESK } from './words.ts';

export type Lists = ReplyOf<'GET /api/survey/lists'>['lists'];

interface Saying {
  readonly say: (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;
  readonly language: Language;
  readonly lists: Lists;
}

type Part = ReportContent[keyof ReportContent];
export const at = (content: Partial<ReportContent>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, Part> | undefined)?.[key], content);

/** A report with one field said otherwise. */
export function withField(content: ReportContent, path: string, value: unknown): ReportContent {
  const [head = '', ...rest] = path.split('.');
  const inner = (content as Readonly<Record<string, unknown>>)[head];
  return {
    ...content,
    [head]: rest.length === 0 ? value : { ...(inner as object), [rest.join('.')]: value },
  };
}

const isAbsence = (is: string): is is Absence => Object.hasOwn(ABSENCE_WORDS, is);

/** What a field says, as people read it; where it says nothing, in which way. */
export function toldText(field: Told<unknown>, kind: FieldKind, { say, language, lists }: Saying): string {
  if (field.is !== 'value') {
    const word = isAbsence(field.is) ? say(ABSENCE_WORDS[field.is]) : field.is;
    return 'reason' in field ? `${word}：${field.reason}` : word;
  }
  const { value } = field;
  const named = (list: string, key: string): string =>
    lists.find((each) => each.list === list)?.entries.find((each) => each.key === key)?.name[language] ?? key;
  switch (kind.kind) {
    case 'key':
      return named(kind.list, String(value));
    case 'keys': {
      const keys = value as string[];
      return keys.length === 0
        ? say(DESK.no)
        : listed(
            keys.map((key) => named(kind.list, key)),
            language,
          );
    }
    case 'time': {
      const time = value as { at: string; precision: keyof typeof PRECISION_WORDS };
      return say(DESK.about, {
        time: fullTime(time.at, language),
        precision: say(PRECISION_WORDS[time.precision]),
      });
    }
    case 'effect': {
      const effect = value as { text: string; level: number | null };
      return effect.level === null ? effect.text : `${effect.text}（${say(DESK.level)} ${effect.level}）`;
    }
    case 'cause': {
      const cause = value as { text: string; certainty: Certainty };
      return `${cause.text}（${say(CERTAINTY_WORDS[cause.certainty])}）`;
    }
    case 'range': {
      const { low, high } = value as { low: number; high: number };
      const number = new Intl.NumberFormat(language);
      return low === high ? number.format(low) : `${number.format(low)}–${number.format(high)}`;
    }
    case 'yes':
      return say(value === true ? DESK.yes : DESK.no);
    case 'publication':
      return say(PUBLICATION_WORDS[value as keyof typeof PUBLICATION_WORDS]);
    case 'text':
      return String(value);
  }
}

/** What keeps a report from being handed over, as people list it; empty where nothing does. */
export const missingText = (missing: readonly string[], say: Saying['say'], language: Language): string =>
  listed(
    MISSING.filter((each) => missing.includes(each)).map((each) => say(MISSING_WORDS[each])),
    language,
  );
