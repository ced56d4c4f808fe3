import type { z } from 'zod';
import en from 'zod/v4/locales/en.js';
import ja from 'zod/v4/locales/ja.js';
import type { FieldFault } from './errors.ts';
import type { Bilingual, Language } from './language.ts';
import { NOT_PLAIN } from './plain.ts';

// By their files: the console says what is wrong in the same words, and needs two of fifty languages for it.
const LOCALES = { ja: ja().localeError, en: en().localeError };

/** The commonest mistakes in plain words; the library's own speak of types. */
function plainMend(issue: z.core.$ZodIssue): Bilingual | undefined {
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number') {
    return issue.origin === 'array'
      ? { ja: '一つ以上選んでください', en: 'Choose at least one' }
      : { ja: '入力してください', en: 'Fill this in' };
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const most = Number(issue.maximum).toLocaleString('en');
    const written =
      typeof issue.input === 'string' ? [...issue.input].length.toLocaleString('en') : undefined;
    return {
      ja: `${most}文字までです${written ? `（今は${written}文字）` : ''}。短くしてください`,
      en: `At most ${most} characters${written ? `, now ${written}` : ''}: shorten it`,
    };
  }
  // Only where the input is told: a caller of the API who named a wrong value is to see the right ones.
  if (issue.code === 'invalid_value' && 'input' in issue && (issue.input ?? '') === '')
    return { ja: '選んでください', en: 'Choose one' };
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { ja: '入力してください', en: 'Fill this in' };
  if (issue.code === 'invalid_format' && issue.format === 'email') {
    return {
      ja: 'メールアドレスの形にしてください（例 name@example.jp）',
      en: 'Write an e-mail address, such as name@example.com',
    };
  }
  if (
    issue.code === 'invalid_format' &&
    issue.format === 'regex' &&
    String(issue.pattern).startsWith('/^[a-z0-9][a-z0-9._-]')
  )
    return {
      ja: '英小文字と数字で始め、英小文字・数字・「.」「_」「-」だけで書いてください（例 web-site）',
      en: 'Begin with a small letter or digit; then small letters, digits, dots, dashes and underscores, as in web-site',
    };
  if (issue.code === 'custom' && issue.message === 'U+0000') return NOT_PLAIN;
  // Shapes of our own say in their message what is taken.
  if (issue.code === 'custom')
    return { ja: `次の形にしてください：${issue.message}`, en: `Write it as ${issue.message}` };
  return undefined;
}

function mendIn(issue: z.core.$ZodIssue, language: Language): string {
  const said = LOCALES[language](issue as Parameters<(typeof LOCALES)['ja']>[0]);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

/**
 * What a shape found wrong, field by field, in both languages.
 * @param whole named where the value itself is wrong and not one of its fields
 * @param under prefix of every path, as in `settings`
 */
export function fieldFaultsOf(error: z.ZodError, whole: string, under: readonly string[] = []): FieldFault[] {
  return error.issues.map((issue) => ({
    field: [...under, ...issue.path].join('.') || whole,
    mend: plainMend(issue) ?? { ja: mendIn(issue, 'ja'), en: mendIn(issue, 'en') },
  }));
}
