import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import { keep, kept } from './kept-in-browser.ts';

const STORED = 'sonae-language';

function firstLanguage(): Language {
  const stored = kept(STORED);
  if (stored === 'ja' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

let current: Language = firstLanguage();
document.documentElement.lang = current;

/** For what is not a component, such as the client of the API. */
export const currentLanguage = (): Language => current;

interface Speaking {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  /** The text in the user's language; `{name}` is filled from `values`. */
  readonly say: (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;
  /** Several as one text: A、B、C or A, B and C. */
  readonly list: (texts: readonly string[]) => string;
  /** Text in the brackets of the language, with the space that stands before them. */
  readonly bracketed: (text: string) => string;
  /** Words that are somebody's, in the quotation marks of the language. */
  readonly quoted: (text: string) => string;
  /** What something is, and what it says: with the colon of the language. */
  readonly labelled: (label: string, text: string) => string;
}

const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  ja: new Intl.ListFormat('ja'),
  en: new Intl.ListFormat('en-GB'),
};
const BRACKETS: Readonly<Record<Language, (text: string) => string>> = {
  ja: (text) => `（${text}）`,
  en: (text) => ` (${text})`,
};
const QUOTES: Readonly<Record<Language, (text: string) => string>> = {
  ja: (text) => `「${text}」`,
  en: (text) => `“${text}”`,
};
const COLONS: Readonly<Record<Language, string>> = { ja: '：', en: ': ' };

const Speech = createContext<Speaking | undefined>(undefined);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(current);
  const value = useMemo(
    () =>
      speaking(language, (next) => {
        current = next;
        keep(STORED, next);
        document.documentElement.lang = next;
        setLanguage(next);
      }),
    [language],
  );
  return <Speech value={value}>{children}</Speech>;
}

const speaking = (language: Language, speak: Speaking['speak']): Speaking => ({
  language,
  speak,
  say: (text, values = {}) => fillIn(text[language], values),
  list: (texts) => LISTS[language].format(texts),
  bracketed: BRACKETS[language],
  quoted: QUOTES[language],
  labelled: (label, text) => `${label}${COLONS[language]}${text}`,
});

/** What stands within speaks this language, whatever the reader's is. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const { speak } = useSpeech();
  const value = useMemo(() => speaking(language, speak), [language, speak]);
  return (
    <Speech value={value}>
      <div lang={language}>{children}</div>
    </Speech>
  );
}

export function useSpeech(): Speaking {
  const speaking = useContext(Speech);
  if (!speaking) throw new Error('useSpeech outside LanguageProvider');
  return speaking;
}
