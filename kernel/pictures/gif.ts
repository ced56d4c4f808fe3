const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

const text = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Bytes of a table of colours, by the flags that announce it. */
const tableOf = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

/** Where a row of sub-blocks ends; beyond the end where it is not whole. */
function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let size = bytes[at]; size !== undefined; size = bytes[at]) {
    at += 1 + size;
    if (size === 0) return at;
  }
  return bytes.length + 1;
}

/** How long pictures stand and how often they are gone through; no comments, no XMP. */
const movesOn = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === CONTROL ||
  (bytes[at + 1] === APPLICATION && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(text(bytes, at + 3, 11)));

/** The parts of a GIF that are kept, none of what follows its end. Undefined where it is none, or not whole. */
export function gifKept(bytes: Uint8Array): Uint8Array[] | undefined {
  if (!/^GIF8[79]a$/.test(text(bytes, 0, 6))) return undefined;
  let at = 13 + tableOf(bytes[10]);
  const kept = [bytes.subarray(0, at)];
  let seen = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === TRAILER) return seen ? [...kept, Uint8Array.of(TRAILER)] : undefined;
    if (kind !== IMAGE && kind !== EXTENSION) return undefined;
    const end = afterBlocks(bytes, kind === IMAGE ? at + 11 + tableOf(bytes[at + 9]) : at + 2);
    if (end > bytes.length) return undefined;
    if (kind === IMAGE || movesOn(bytes, at)) kept.push(bytes.subarray(at, end));
    seen ||= kind === IMAGE;
    at = end;
  }
  return undefined;
}
