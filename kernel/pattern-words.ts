import type { Bilingual } from './language.ts';

/** What each pattern of our shapes asks for; a law looks whether every one of them stands here. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  '/^[a-z0-9][a-z0-9._-]{0,79}$/': {
    ja: '半角の英小文字・数字・「.」「_」「-」で入力してください。先頭は英小文字か数字です（例 web-site）',
    en: 'Use lowercase letters, digits, dots, dashes and underscores, starting with a letter or digit, such as web-site',
  },
  [String.raw`/^([01]\d|2[0-3]):[0-5]\d$/`]: {
    ja: '時刻を「08:30」の形で入力してください',
    en: 'Enter a time, such as 08:30',
  },
  [String.raw`/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/`]: {
    ja: '日時を「2026-11-24T08:30」の形で入力してください',
    en: 'Enter a date and time, such as 2026-11-24T08:30',
  },
  [String.raw`/^\d{2}-\d{2}$/`]: {
    ja: '月日を「12-29」の形で入力してください',
    en: 'Enter a month and day, such as 12-29',
  },
  '/^[a-z][a-z0-9-]{0,40}$/': {
    ja: '半角の英小文字・数字・「-」で41文字以内で入力してください。先頭は英小文字です（例 web-site）',
    en: 'Use up to 41 lowercase letters, digits and dashes, starting with a letter, such as web-site',
  },
  '/^[a-z][a-zA-Z0-9-]{0,30}$/': {
    ja: '半角の英字・数字・「-」で31文字以内で入力してください。先頭は英小文字です（例 loginFailed）',
    en: 'Use up to 31 letters, digits and dashes, starting with a lowercase letter, such as loginFailed',
  },
  '/^[a-z][a-zA-Z0-9-]{0,40}$/': {
    ja: '半角の英字・数字・「-」で41文字以内で入力してください。先頭は英小文字です（例 massAccess）',
    en: 'Use up to 41 letters, digits and dashes, starting with a lowercase letter, such as massAccess',
  },
  [String.raw`/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/`]: {
    ja: '時間の長さを入力してください（例 PT2H30M＝2時間30分、P1DT4H＝1日4時間）',
    en: 'Enter a duration, such as PT2H30M (2 h 30 min) or P1DT4H (1 day 4 h)',
  },
  [String.raw`/^C\d-[A-Z]\d+$/`]: {
    ja: '教訓の番号を「C3-L2」の形で入力してください',
    en: 'Enter a lesson number, such as C3-L2',
  },
  [String.raw`/^[\w-]{43}$/`]: {
    ja: '発行されたキーをそのまま貼り付けてください（43文字）',
    en: 'Paste the key as issued (43 characters)',
  },
  [String.raw`/^\+?[1-9]\d{0,2}$/`]: {
    ja: '国番号を数字で入力してください（例 81）',
    en: 'Enter a country code, such as 81',
  },
  [String.raw`/^[\p{L}_][\p{L}\p{N}_.-]*$/u`]: {
    ja: '文字・数字・「_」「.」「-」で入力してください。先頭は文字か「_」です（例 host.name）',
    en: 'Use letters, digits, dots, dashes and underscores, starting with a letter or underscore, such as host.name',
  },
  '/^(?:[0-9a-f]{64})?$/': {
    ja: '証明書の値をそのまま貼り付けてください',
    en: 'Paste the proof value as is',
  },
  '/^[0-9a-f]{64}$/': {
    ja: 'ハッシュ値（SHA-256、小文字の16進数64桁）を入力してください',
    en: 'Enter a SHA-256 hash: 64 lowercase hexadecimal digits',
  },
  '/^[0-9a-f]{32}$/': {
    ja: '鍵の指紋（小文字の16進数32桁）を入力してください',
    en: 'Enter the fingerprint of a key: 32 lowercase hexadecimal digits',
  },
  [String.raw`/^[^\p{Cc}\u2028\u2029]+$/u`]: {
    ja: '改行や制御文字を除き、1行で入力してください',
    en: 'Enter it on one line, without control characters',
  },
  [String.raw`/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/`]: {
    ja: 'ファイルの種類を「application/pdf」の形で入力してください',
    en: 'Enter a media type, such as application/pdf',
  },
  '/^[a-z][a-z-]{0,39}$/': {
    ja: '種類を英小文字とハイフンで入力してください（例 follow-up）',
    en: 'Enter a kind in lowercase letters and hyphens, such as follow-up',
  },
  '/^[A-Za-z0-9_-]{43}$/': {
    ja: '公開鍵をそのまま貼り付けてください（43文字）',
    en: 'Paste the public key as it is (43 characters)',
  },
  [String.raw`/^\d{1,3}-[a-z][a-z0-9-]{0,40}$/`]: {
    ja: '教訓を「事例番号-教訓の記号」の形で入力してください（例 3-l1）',
    en: 'Enter a lesson as the number of its case and its name there, such as 3-l1',
  },
};

/** How what a pattern takes is written; undefined where nobody has said so. */
export const patternWords = (pattern: string): Bilingual | undefined => WORDS[pattern];
