import { isUpright, onlyOrientation, orientationIn } from './orientation.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const SAYS_EXIF = 0x08;
const SAYS_XMP = 0x04;

const text = (bytes: Uint8Array, from: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + 4));

function chunk(name: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + body.length + (body.length % 2));
  whole.set(Uint8Array.from(name, (character) => character.charCodeAt(0)));
  new DataView(whole.buffer).setUint32(4, body.length, true);
  whole.set(body, 8);
  return whole;
}

/** Some write EXIF with the head it has in a JPEG. */
const tiffOf = (body: Uint8Array): Uint8Array => (text(body, 0) === 'Exif' ? body.subarray(6) : body);

/** The parts of a WebP that are kept, none of what follows its end. Undefined where it is none, or not whole. */
export function webpKept(bytes: Uint8Array): Uint8Array[] | undefined {
  if (text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WEBP') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return undefined;
  const found: { readonly name: string; readonly body: Uint8Array }[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > whole) return undefined;
    found.push({ name: text(bytes, at), body: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  if (!found.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')) return undefined;
  const exif = found.find(({ name }) => name === 'EXIF');
  // Only the extended kind may say which way up it is.
  const extended = found[0]?.name === 'VP8X';
  const turned = exif && extended ? orientationIn(tiffOf(exif.body)) : 1;
  const kept = found
    .filter(({ name }) => KEPT.has(name))
    .map(({ name, body }) => chunk(name, name === 'VP8X' ? flagged(body, turned) : body));
  if (!isUpright(turned)) kept.push(chunk('EXIF', onlyOrientation(turned)));
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(
    4,
    kept.reduce((sum, part) => sum + part.length, 4),
    true,
  );
  return [head, ...kept];
}

function flagged(body: Uint8Array, turned: number): Uint8Array {
  const flags = (body[0] ?? 0) & ~SAYS_XMP & ~SAYS_EXIF;
  return Uint8Array.of(isUpright(turned) ? flags : flags | SAYS_EXIF, ...body.subarray(1));
}
