import type { PictureType } from './without-place.ts';

/** How wide and how high a picture becomes when it is shown, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const text = (bytes: Uint8Array, from: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const little = (bytes: Uint8Array, at: number, count: number): number =>
  Array.from({ length: count }, (_, i) => (bytes[at + i] ?? 0) * 256 ** i).reduce(
    (sum, each) => sum + each,
    0,
  );
const big = (bytes: Uint8Array, at: number, count: number): number =>
  Array.from({ length: count }, (_, i) => bytes[at + i] ?? 0).reduce((sum, each) => sum * 256 + each, 0);
/** Width and height beside each other, each so many bytes. */
const pair = (read: typeof little, bytes: Uint8Array, at: number, count: number, more = 0): Size => ({
  width: read(bytes, at, count) + more,
  height: read(bytes, at + count, count) + more,
});

/** The picture that stands within a frame; a frame holds no other frame, however often one is written into another. */
function sizesInFrame(part: Uint8Array): Size[] {
  return text(part, 0) === 'ANMF' ? [] : sizesInWebp(part);
}

function sizesInWebp(part: Uint8Array): Size[] {
  const at = 8;
  switch (text(part, 0)) {
    case 'VP8X':
      return [pair(little, part, at + 4, 3, 1)];
    case 'ANMF':
      return [pair(little, part, at + 6, 3, 1), ...sizesInFrame(part.subarray(at + 16))];
    case 'VP8 ':
      return [{ width: little(part, at + 6, 2) & 0x3fff, height: little(part, at + 8, 2) & 0x3fff }];
    case 'VP8L': {
      const bits = little(part, at + 1, 4);
      return [{ width: (bits % 2 ** 14) + 1, height: (Math.floor(bits / 2 ** 14) % 2 ** 14) + 1 }];
    }
    default:
      return [];
  }
}

/** Of a JPEG the frames say it: C0 to CF, but for tables (C4, CC) and a remark (C8). */
const isFrame = (marker = 0): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const SIZES: Readonly<Record<PictureType, (part: Uint8Array) => Size[]>> = {
  'image/png': (part) => {
    const name = text(part, 4);
    if (name === 'IHDR') return [pair(big, part, 8, 4)];
    return name === 'fcTL' ? [pair(big, part, 12, 4)] : [];
  },
  'image/jpeg': (part) =>
    part[0] === 0xff && isFrame(part[1]) ? [{ width: big(part, 7, 2), height: big(part, 5, 2) }] : [],
  'image/gif': (part) => {
    if (text(part, 0, 3) === 'GIF') return [pair(little, part, 6, 2)];
    return part[0] === 0x2c ? [pair(little, part, 5, 2)] : [];
  },
  'image/webp': sizesInWebp,
};

/**
 * What its parts announce, the largest of them: a picture of few bytes may be one of a thousand million pixels, which
 * whoever looks at it has to hold.
 * @returns undefined where nothing is announced, or nothing of some extent
 */
export function sizeOf(type: PictureType, parts: readonly Uint8Array[]): Size | undefined {
  let width = 0;
  let height = 0;
  // One after the other: a picture that moves may have more frames than a call takes arguments.
  for (const part of parts)
    for (const each of SIZES[type](part)) {
      width = Math.max(width, each.width);
      height = Math.max(height, each.height);
    }
  return width > 0 && height > 0 ? { width, height } : undefined;
}
