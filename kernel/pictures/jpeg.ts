import { isUpright, onlyOrientation, orientationIn } from './orientation.ts';

const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const COMMENT = 0xfe;

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const isApp = (marker: number): boolean => marker >= APP0 && marker <= 0xef;

/** Of what applications write, the three that say how to read the colours. */
function saysColours(marker: number, body: Uint8Array): boolean {
  const name = text(body.subarray(0, 12));
  return (
    (marker === APP0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name === 'ICC_PROFILE\0') ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** Where the picture's own data end: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** The parts of a JPEG that are kept; whatever follows its end (a second picture, a film) is not. Undefined where it is none. */
export function jpegKept(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const kept: Uint8Array[] = [];
  let turned = 1;
  let scanned = false;
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    if (marker === EOI) return scanned ? jpegOf(kept, turned) : undefined;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length || marker < 0xc0) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (marker === APP1 && text(body.subarray(0, 6)) === 'Exif\0\0') turned = orientationIn(body.subarray(6));
    if (marker === SOS) {
      const next = endOfScan(bytes, end);
      kept.push(bytes.subarray(at, next));
      scanned = true;
      at = next;
      continue;
    }
    if (isApp(marker) ? saysColours(marker, body) : marker !== COMMENT) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function jpegOf(kept: readonly Uint8Array[], turned: number): Uint8Array[] {
  const exif = Uint8Array.of(0x45, 0x78, 0x69, 0x66, 0, 0, ...onlyOrientation(turned));
  const said = isUpright(turned) ? [] : [Uint8Array.of(0xff, APP1, 0, exif.length + 2), exif];
  return [Uint8Array.of(0xff, 0xd8), ...said, ...kept, Uint8Array.of(0xff, EOI)];
}
