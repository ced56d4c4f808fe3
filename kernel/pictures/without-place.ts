import { gifKept } from './gif.ts';
import { jpegKept } from './jpeg.ts';
import { pngKept } from './png.ts';
import { type Size, sizeOf } from './size.ts';
import { webpKept } from './webp.ts';

/** Pictures that every browser shows. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

export interface Kept {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
  readonly size: Size;
}

const READERS = [
  ['image/jpeg', jpegKept],
  ['image/png', pngKept],
  ['image/webp', webpKept],
  ['image/gif', gifKept],
] as const;

/**
 * A picture without what tells where, when and by whom it was taken; which way up it is, its colours and its motion stay.
 * Only what is known to be harmless is copied, so that a kind of remark nobody thought of is left out too.
 * @returns undefined where it is no picture, or a broken one: such is never shown
 */
export function withoutPlace(bytes: Uint8Array): Kept | undefined {
  for (const [type, kept] of READERS) {
    const parts = kept(bytes);
    const size = parts && sizeOf(type, parts);
    if (size) return { type, bytes: joined(parts), size };
  }
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
