import { domainToUnicode } from 'node:url';
import { readingsOf } from '../../../../kernel/written-forms.ts';

/** What only mark-up, programs or addresses write: `&#x540d;`, `\u540d`, `%E5`, letters from right to left, readings. */
const ESCAPED =
  /&#?\w{2,};|\\u|\\x[\da-f]{2}|%[\da-f]{2}|[\u202e\u2067]|\p{sc=Han}[|｜]?[《（(〔［[{｛〈「『＜<][ぁ-ゖァ-ヺー]|<[a-z/!]/iu;
const ENCODED_DOMAIN = /[\w.-]*xn--[\w.-]+/gi;
/** Signs by which Markdown sets letters of a word apart. */
const MARKED = /\*{1,3}|~~|`+|==|(?<![\w])_{1,3}|_{1,3}(?![\w])/g;
/** Lower-case escapes of quoted-printable mail: =E5=90=8D. */
const QUOTED = /(?:=[\dA-F]{2}){3,}/g;

/** Signs that begin a line of a remark, a quotation or a list. */
const LINE_SIGN = /\n[ \t]*(?:#+|\/\/+|>+|\*+|--|;+)[ \t]*/g;

/** Each way to take away what only some reader takes for a sign. */
const WAYS: readonly ((text: string) => readonly string[])[] = [
  (text) => (text.includes('\n') ? [text.replace(LINE_SIGN, '\n')] : []),
  (text) => (/[*~`_=]/.test(text) ? [text.replace(MARKED, '')] : []),
  (text) => (ESCAPED.test(text) ? readingsOf(text) : []),
  (text) =>
    /xn--/i.test(text) ? [text.replace(ENCODED_DOMAIN, (host) => domainToUnicode(host) || host)] : [],
  (text) =>
    /=[\dA-F]{2}=/.test(text)
      ? [
          text
            .replace(/=\r?\n/g, '')
            .replace(QUOTED, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8')),
        ]
      : [],
];

/** A text is looked through in pieces that overlap, so that only what reads otherwise is read again. */
const PIECE = 1_200;
const OVERLAP = 160;

function readingsOfPiece(piece: string): string[] {
  const readings = new Set([piece]);
  for (const way of WAYS) for (const each of [...readings]) for (const read of way(each)) readings.add(read);
  readings.delete(piece);
  return [...readings];
}

/** The readings of a text besides how it stands, of those pieces that have one; what one way leaves is read by the next. */
export function otherReadings(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += PIECE)
    found.push(...readingsOfPiece(text.slice(Math.max(0, at - OVERLAP), at + PIECE)));
  return found;
}

/** A text that is a picture or a page of its own, and is read as one. */
export const isMarkup = (text: string): boolean => /^\s*<[a-z!?]/i.test(text);
