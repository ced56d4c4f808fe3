import type { z } from 'zod';
import type { FieldFault } from './errors.ts';
import type { Bilingual } from './language.ts';
import { patternWords } from './pattern-words.ts';
import { NOT_PLAIN } from './plain.ts';

type Issue = z.core.$ZodIssue;
const count = (n: number | bigint): string => Number(n).toLocaleString('en');

const FILL_IN: Bilingual = { ja: '入力してください', en: 'Required' };
const EMAIL: Bilingual = {
  ja: 'メールアドレスを入力してください（例 name@example.jp）',
  en: 'Enter an email address, such as name@example.com',
};
const UNREAD: Bilingual = {
  ja: 'この値は使用できません。入力形式を確認してください',
  en: 'This value is not valid. Check its format',
};

/** What is taken, in words of people. */
const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { ja: '文字', en: 'text' },
  number: { ja: '数値', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  bigint: { ja: '整数', en: 'a whole number' },
  boolean: { ja: '「はい」か「いいえ」（true または false）', en: 'yes or no (true or false)' },
  array: { ja: '一覧（値の配列）', en: 'a list (an array)' },
  set: { ja: '一覧（値の配列）', en: 'a list (an array)' },
  object: { ja: '項目と値の組（オブジェクト）', en: 'fields with values (an object)' },
  record: { ja: '項目と値の組（オブジェクト）', en: 'fields with values (an object)' },
  date: { ja: '日付', en: 'a date' },
  null: { ja: '空（null）', en: 'nothing (null)' },
};

/** What the library says it got; the value itself is told only to those who ask for it. */
const receivedBy = (issue: Issue): string | undefined => /received (\w+)$/.exec(issue.message)?.[1];

function wrongType(issue: z.core.$ZodIssueInvalidType): Bilingual {
  const received = receivedBy(issue);
  if (received === 'undefined') return FILL_IN;
  // Files turn 0123, 1.10, no and ~ into what is no text.
  if (issue.expected === 'string' && ['number', 'boolean', 'null', 'bigint', 'Date'].includes(received ?? ''))
    return {
      ja: '文字として入力してください。数値やtrue・nullと解釈される値は引用符で囲んでください（例 "0123"）',
      en: 'Enter it as text. Put values that read as a number, true or null in quotes, such as "0123"',
    };
  if (received === 'null') return FILL_IN;
  const kind = KINDS[issue.expected];
  return kind ? { ja: `${kind.ja}で入力してください`, en: `Enter ${kind.en}` } : UNREAD;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Bilingual {
  const least = count(issue.minimum);
  if (issue.origin === 'string')
    return Number(issue.minimum) === 1
      ? FILL_IN
      : { ja: `${least}文字以上で入力してください`, en: `Enter at least ${least} characters` };
  if (issue.origin === 'array' || issue.origin === 'set')
    return Number(issue.minimum) === 1
      ? { ja: '1つ以上選択してください', en: 'Choose at least one' }
      : { ja: `${least}個以上にしてください`, en: `Enter at least ${least}` };
  return issue.inclusive === false
    ? { ja: `${least}より大きくしてください`, en: `Enter more than ${least}` }
    : { ja: `${least}以上にしてください`, en: `Enter ${least} or more` };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Bilingual {
  const most = count(issue.maximum);
  if (issue.origin === 'string') {
    const written = typeof issue.input === 'string' ? count([...issue.input].length) : undefined;
    return {
      ja: `${most}文字以内で入力してください${written ? `（現在${written}文字）` : ''}`,
      en: `At most ${most} characters${written ? `, now ${written}` : ''}. Shorten it`,
    };
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return { ja: `${most}個以内にしてください`, en: `At most ${most}. Remove some` };
  return issue.inclusive === false
    ? { ja: `${most}より小さくしてください`, en: `Enter less than ${most}` }
    : { ja: `${most}以下にしてください`, en: `Enter ${most} or less` };
}

/** How what has a form of its own is written. */
const FORMATS: Readonly<Record<string, Bilingual>> = {
  email: EMAIL,
  date: { ja: '日付を「2026-11-24」の形で入力してください', en: 'Enter a valid date, such as 2026-11-24' },
  time: { ja: '時刻を「08:30」の形で入力してください', en: 'Enter a time, such as 08:30' },
  datetime: {
    ja: '日時を「2026-11-24T08:30:00+09:00」の形で入力してください',
    en: 'Enter a date and time, such as 2026-11-24T08:30:00+09:00',
  },
  duration: { ja: '時間の長さを入力してください（例 PT2H30M＝2時間30分）', en: 'Enter a duration, such as PT2H30M (2 h 30 min)' },
  url: { ja: 'URLを入力してください（例 https://example.jp）', en: 'Enter a URL, such as https://example.com' },
  uuid: { ja: '一覧から選択してください（登録のIDではありません）', en: 'Choose one from the list. This is not the ID of an entry' },
}; // biome-ignore format: a table

function wrongFormat(issue: z.core.$ZodIssueInvalidStringFormat): Bilingual {
  const known = issue.format === 'regex' ? patternWords(String(issue.pattern)) : FORMATS[issue.format];
  return known ?? UNREAD;
}

function wrongValue(issue: z.core.$ZodIssueInvalidValue): Bilingual {
  // Only where the input is told: a caller of the API who named a wrong value is to see the right ones.
  if ('input' in issue && (issue.input ?? '') === '') return { ja: '選択してください', en: 'Choose one' };
  const values = issue.values.map(String).join(', ');
  return { ja: `次のいずれかを指定してください：${values}`, en: `Choose one of ${values}` };
}

/** What shapes of our own say in their message is what they take. */
const SAID: Readonly<Record<string, Bilingual>> = {
  'RFC 3339': FORMATS['datetime'] ?? UNREAD,
  'YYYY-MM-DDThh:mm': { ja: '日時を「2026-11-24T08:30」の形で入力してください', en: 'Enter a date and time, such as 2026-11-24T08:30' },
  'MM-DD': { ja: '月日を「12-29」の形で入力してください', en: 'Enter a valid month and day, such as 12-29' },
  'U+0000': NOT_PLAIN,
}; // biome-ignore format: a table

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'ja' in value && 'en' in value;

/** A shape of our own may bring how it is put right itself (`asking`), as `params.mend`. */
const ownWords = (issue: Issue): Bilingual | undefined =>
  issue.code === 'custom' && isBilingual(issue.params?.['mend']) ? issue.params['mend'] : undefined;

/** A value that fits none of several shapes: what the nearest of them lacks. */
function noneOf(issue: z.core.$ZodIssueInvalidUnion): Bilingual {
  if ('options' in issue && Array.isArray(issue.options)) {
    const values = issue.options.map(String).join(', ');
    return { ja: `次のいずれかを指定してください：${values}`, en: `Choose one of ${values}` };
  }
  const [first] = issue.errors.filter((each) => each.some(({ code }) => code !== 'invalid_type')).flat();
  const [any] = issue.errors.flat();
  const nearest = first ?? any;
  return nearest ? mendOf(nearest) : UNREAD;
}

/** How what is wrong is put right, in both languages and never in words of a machine. */
function mendOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return wrongFormat(issue);
    case 'invalid_value':
      return wrongValue(issue);
    case 'not_multiple_of':
      return { ja: `${issue.divisor}の倍数を入力してください`, en: `Enter a multiple of ${issue.divisor}` };
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return {
        ja: `不明な項目があります：${keys}。入力を確認するか、削除してください`,
        en: `Unknown fields: ${keys}. Fix the spelling, or remove them`,
      };
    }
    case 'invalid_union':
      return noneOf(issue);
    case 'invalid_key':
    case 'invalid_element': {
      const [inner] = issue.issues;
      return inner ? mendOf(inner) : UNREAD;
    }
    default: {
      return ownWords(issue) ?? SAID[issue.message] ?? UNREAD;
    }
  }
}

const isOfType = ({ code }: Issue): boolean => code === 'invalid_type';

/**
 * What a shape found wrong, field by field, in both languages.
 * @param whole named where the value itself is wrong and not one of its fields
 * @param under prefix of every path, as in `settings`
 */
export function fieldFaultsOf(error: z.ZodError, whole: string, under: readonly string[] = []): FieldFault[] {
  const mistyped = new Set(error.issues.filter(isOfType).map(({ path }) => path.join('.')));
  // What is of another type is neither too short nor written wrongly besides.
  const told = error.issues.filter((issue) => isOfType(issue) || !mistyped.has(issue.path.join('.')));
  return told.map((issue) => ({
    field: [...under, ...issue.path].join('.') || whole,
    mend: mendOf(issue),
  }));
}
