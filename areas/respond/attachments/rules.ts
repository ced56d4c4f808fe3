import { withoutPlace } from '../../../kernel/pictures/without-place.ts';
import { type AttachmentType, MOST_PIXELS } from './schema.ts';

interface Kept {
  readonly type: AttachmentType;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 200;

/** Controls, and what turns the order of writing round so that an ending looks like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A file's own name: without the folders it lay in and without what cannot be seen in it. */
export function plainName(given: string): string {
  const last = given.split(/[\\/]/).findLast((part) => part.replace(UNSEEN, '').trim() !== '') ?? '';
  const seen = last.toWellFormed().replace(UNSEEN, '').trim();
  const name = [...seen].slice(0, LONGEST_NAME).join('').trim();
  return /^\.*$/.test(name) ? 'file' : name;
}

const begins = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, i) => bytes[i] === character.charCodeAt(0));

/** Words a person can read: UTF-8 without controls; what begins like a page or a drawing is not taken for words. */
function isPlainWords(bytes: Uint8Array): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const controls = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !controls.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}

/** What is kept of a file and as what, by its content alone: whatever it is called. Undefined where nobody could look at it. */
export function keptOf(bytes: Uint8Array): Kept | undefined {
  const picture = withoutPlace(bytes);
  if (picture) return picture.size.width * picture.size.height > MOST_PIXELS ? undefined : picture;
  if (begins(bytes, '%PDF-')) return { type: 'application/pdf', bytes };
  return { type: isPlainWords(bytes) ? 'text/plain' : 'application/octet-stream', bytes };
}
