import type { Bilingual } from './language.ts';

/** What each pattern of our shapes asks for; a law looks whether every one of them stands here. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  '/^[a-z0-9][a-z0-9._-]{0,79}$/': {
    ja: '英小文字と数字で始め、英小文字・数字・「.」「_」「-」だけで書いてください（例 web-site）',
    en: 'Begin with a small letter or digit; then small letters, digits, dots, dashes and underscores, as in web-site',
  },
  [String.raw`/^([01]\d|2[0-3]):[0-5]\d$/`]: {
    ja: '時刻の形にしてください（例 08:30）',
    en: 'Write a time of day, such as 08:30',
  },
  [String.raw`/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/`]: {
    ja: '日時の形にしてください（例 2026-11-24T08:30）',
    en: 'Write a date and time, such as 2026-11-24T08:30',
  },
  [String.raw`/^\d{2}-\d{2}$/`]: {
    ja: '月日の形にしてください（例 12-29）',
    en: 'Write a month and day, such as 12-29',
  },
  '/^[a-z][a-z0-9-]{0,40}$/': {
    ja: '英小文字で始め、英小文字・数字・「-」だけで41字までにしてください（例 web-site）',
    en: 'Begin with a small letter; then small letters, digits and dashes, at most 41, as in web-site',
  },
  '/^[a-z][a-zA-Z0-9-]{0,30}$/': {
    ja: '英小文字で始め、英字・数字・「-」だけで31字までにしてください（例 loginFailed）',
    en: 'Begin with a small letter; then letters, digits and dashes, at most 31, as in loginFailed',
  },
  [String.raw`/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/`]: {
    ja: '長さの形にしてください（例 PT2H30M、P1DT4H）',
    en: 'Write a length of time, such as PT2H30M or P1DT4H',
  },
  [String.raw`/^C\d-[A-Z]\d+$/`]: {
    ja: '教訓の番号の形にしてください（例 C3-L2）',
    en: 'Write the number of a lesson, such as C3-L2',
  },
  [String.raw`/^[\w-]{43}$/`]: {
    ja: '作られた鍵をそのまま貼り付けてください（43文字）',
    en: 'Paste the key as it was made (43 characters)',
  },
  [String.raw`/^\+?[1-9]\d{0,2}$/`]: {
    ja: '国番号を数字で書いてください（例 81）',
    en: 'Write the number of a country, such as 81',
  },
  [String.raw`/^[\p{L}_][\p{L}\p{N}_.-]*$/u`]: {
    ja: '文字か「_」で始め、文字・数字・「_」「.」「-」だけで書いてください（例 host.name）',
    en: 'Begin with a letter or underscore; then letters, digits, dots, dashes and underscores, as in host.name',
  },
  '/^(?:[0-9a-f]{64})?$/': {
    ja: '証明書の値をそのまま貼り付けてください',
    en: 'Paste the value of the proof as it is',
  },
};

/** How what a pattern takes is written; undefined where nobody has said so. */
export const patternWords = (pattern: string): Bilingual | undefined => WORDS[pattern];
