import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import type { CaseDocument } from '../schema.ts';
import { type Finding, finding, textsOf } from '../texts/rules.ts';
import { type Spelling, WORDINGS, type Wording } from './words.ts';

const newest = (): Wording => WORDINGS.at(-1) ?? WORDINGS[0];

/** What is said in somebody's own words stays as it was said. */
const QUOTED = /「[^「」]*」|『[^『』]*』|“[^“”]*”|"[^"]*"/g;
/** Stands for what is left out, and is part of no word. */
const GAP = '\n';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A variant where it is a word of its own: `サーバ` stands in `サーバー` too, and `mail` in other words. */
function patternOf(variant: string, language: Language): RegExp {
  if (language === 'en') return new RegExp(`\\b${literally(variant)}`, 'i');
  const latin = /^[A-Za-z]+$/.test(variant);
  const before = latin ? '(?<![A-Za-z0-9./@-])' : '';
  const after = latin ? '(?![A-Za-z0-9./@-])' : /[ァ-ヺ]$/.test(variant) ? '(?!ー)' : '';
  return new RegExp(before + literally(variant) + after);
}

interface Sought {
  readonly pattern: RegExp;
  readonly use: string;
  readonly except: readonly string[];
}

const soughtOf = ({ use, variants, except = [] }: Spelling, language: Language): Sought[] =>
  variants.map((variant) => ({
    pattern: patternOf(variant, language),
    use,
    except: variant.includes(use) ? except : [use, ...except],
  }));

const SOUGHT: Readonly<Record<Language, readonly Sought[]>> = {
  ja: newest().spellings.ja.flatMap((each) => soughtOf(each, 'ja')),
  en: newest().spellings.en.flatMap((each) => soughtOf(each, 'en')),
};

/** Latin letters and digits as wide as kanji, and katakana half as wide. */
const OTHER_WIDTH = /[０-９Ａ-Ｚａ-ｚ]+|[ｦ-ﾟ]+/;

/** What is written otherwise than reports write it: the words as they stand, and how they are written. */
export interface OtherWording {
  readonly found: string;
  readonly use: string;
  readonly kind: 'spelling' | 'avoided';
}

/** A text of one language held to the newest edition; what it quotes is left as it is. */
export function otherWordings(text: string, language: Language): OtherWording[] {
  const own = text.replace(QUOTED, GAP);
  const spelt = SOUGHT[language].flatMap(({ pattern, use, except }): OtherWording[] => {
    const plain = except.reduce((left, right) => left.replaceAll(right, GAP), own);
    const [found] = pattern.exec(plain) ?? [];
    return found === undefined ? [] : [{ found, use, kind: 'spelling' }];
  });
  const [wide] = OTHER_WIDTH.exec(own) ?? [];
  const avoided = newest().avoided[language].flatMap(({ words, use }): OtherWording[] => {
    const [found] = words.exec(own) ?? [];
    return found === undefined ? [] : [{ found, use, kind: 'avoided' }];
  });
  return [
    ...spelt,
    ...(wide === undefined ? [] : [{ found: wide, use: wide.normalize('NFKC'), kind: 'spelling' } as const]),
    ...avoided,
  ];
}

const toldOf = (path: string, { found, use, kind }: OtherWording): Finding =>
  kind === 'spelling'
    ? finding(
        'warning',
        path,
        `表記を統一してください：「${found}」→「${use}」`,
        `Use one spelling: “${found}” → “${use}”`,
      )
    : finding(
        'warning',
        path,
        `「${found}」は報告書の文体に合いません。言い換えの例：${use}`,
        `“${found}” does not suit a report. Use, for example: ${use}`,
      );

/** One spelling a word, and the words of a report. Labels of a figure are quoted from what they were taken from. */
export const wordingFindings = (document: CaseDocument): Finding[] =>
  textsOf(document)
    .filter(({ path }) => !path.startsWith('figure.'))
    .flatMap(({ path, text }) =>
      LANGUAGES.flatMap((language) =>
        otherWordings(text[language], language).map((other) => toldOf(path, other)),
      ),
    );
