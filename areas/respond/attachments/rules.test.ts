import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUpright, onlyOrientation, orientationIn } from '../../../kernel/pictures/orientation.ts';
import { withoutPlace } from '../../../kernel/pictures/without-place.ts';
import { keptOf, plainName } from './rules.ts';

const PLACE = 'GPS 35.6812N 139.7671E';
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const big = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const little = (n: number): number[] => big(n).toReversed();
/** What a camera writes: which way up, and where. */
const exif = (turned: number): number[] => [...onlyOrientation(turned), ...ascii(PLACE)];

const segment = (marker: number, body: number[]): number[] => [
  ...[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255],
  ...body,
];
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
const FRAME = [
  ...segment(0xe0, ascii('JFIF\0\x01\x02')),
  ...segment(0xe2, ascii('ICC_PROFILE\0')),
  ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
  ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
];
const jpeg = (turned = 6): number[] => [
  ...[0xff, 0xd8, ...segment(0xe1, [...ascii('Exif\0\0'), ...exif(turned)])],
  ...segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${PLACE}`)),
  ...segment(0xed, ascii(`Photoshop 3.0\0${PLACE}`)),
  ...segment(0xe2, ascii(`MPF\0${PLACE}`)),
  ...segment(0xfe, ascii(PLACE)),
  ...FRAME,
  ...SCAN,
  ...segment(0xfe, ascii(PLACE)), // between two passes
  ...SCAN,
  ...[0xff, 0xd9],
  ...ascii(PLACE), // a second picture, of more of the scene
];
const pngChunk = (name: string, body: number[]): number[] => [
  ...big(body.length),
  ...ascii(name),
  ...body,
  ...[1, 2, 3, 4],
];
const png = (width = 1, height = 1): number[] => [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...pngChunk('IHDR', [...big(width), ...big(height), 8, 6, 0, 0, 0]),
  ...['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX'].flatMap((name) => pngChunk(name, ascii(PLACE))),
  ...pngChunk('iCCP', [7]),
  ...pngChunk('IDAT', [1, 2, 3]),
  ...pngChunk('IEND', []),
  ...ascii(PLACE),
];
const riffChunk = (name: string, body: number[]): number[] => [
  ...[...ascii(name), ...little(body.length), ...body],
  ...(body.length % 2 ? [0] : []),
];
const webp = (turned = 6): number[] => {
  const chunks = [
    ...riffChunk('VP8X', [0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ...riffChunk('VP8L', [1, 2, 3]),
    ...riffChunk('EXIF', exif(turned)),
    ...riffChunk('XMP ', ascii(PLACE)),
  ];
  return [...ascii('RIFF'), ...little(chunks.length + 4), ...ascii('WEBP'), ...chunks, ...ascii(PLACE)];
};
const gif = (): number[] => [
  ...[...ascii('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
  ...[0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0],
  ...[0x21, 0xff, 11, ...ascii('XMP DataXMP'), PLACE.length, ...ascii(PLACE), 0],
  ...[0x21, 0xfe, PLACE.length, ...ascii(PLACE), 0],
  ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0],
  ...[0x3b, ...ascii(PLACE)],
];
const PICTURES = [
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/webp', webp],
  ['image/gif', gif],
] as const;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a picture does not tell where it was taken', () => {
  test.each(PICTURES)('%s', (type, made) => {
    const kept = withoutPlace(Uint8Array.from(made()));
    expect(kept?.type).toBe(type);
    expect(text(kept?.bytes ?? new Uint8Array())).not.toContain('GPS');
    // Still a picture, and nothing more to be taken away.
    expect(withoutPlace(kept?.bytes ?? new Uint8Array())).toEqual(kept);
  });

  test('what it looks like is untouched: frame, colours, passes, motion, which way up', () => {
    const kept = (made: number[]) => text(withoutPlace(Uint8Array.from(made))?.bytes ?? new Uint8Array());
    const latin = (bytes: number[]) => text(Uint8Array.from(bytes));
    expect(kept(jpeg()).endsWith(latin([...FRAME, ...SCAN, ...SCAN, 0xff, 0xd9]))).toBe(true);
    expect(kept(jpeg())).toContain(`Exif\0\0${text(onlyOrientation(6))}`);
    expect(kept(jpeg(1))).not.toContain('Exif');
    expect(kept(webp())).toContain(text(onlyOrientation(6)));
    expect(kept(webp(1))).not.toContain('EXIF');
    expect(kept(png())).toContain('iCCP');
    expect(kept(gif())).toContain('NETSCAPE2.0');
    for (let turned = 1; turned <= 8; turned += 1) {
      expect(orientationIn(onlyOrientation(turned))).toBe(turned);
      expect(isUpright(turned)).toBe(turned === 1);
    }
  });

  test.each(PICTURES)('%s cut off anywhere before its end is no picture', (type, made) => {
    const whole = made();
    const end = whole.length - PLACE.length;
    expect(keptOf(Uint8Array.from(whole.slice(0, end)))?.type).toBe(type);
    for (let cut = 0; cut < end; cut += 1)
      expect(keptOf(Uint8Array.from(whole.slice(0, cut)))?.type).not.toMatch(/^image/);
  });

  test('whatever the bytes, it never fails, and what it gives is as it would give it again', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...PICTURES.map(([, made]) => made)),
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      )
      .map(([made, edits]) => {
        const bytes = Uint8Array.from(made());
        for (const [at, byte] of edits) if (at < bytes.length) bytes[at] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged), (bytes) => {
        const kept = keptOf(bytes);
        if (!kept) {
          expect(withoutPlace(bytes)).toBeDefined();
          return;
        }
        expect(keptOf(kept.bytes)).toEqual(kept);
        if (!kept.type.startsWith('image')) expect(kept.bytes).toBe(bytes);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('what a file is says its content, never its name; pages and drawings that could run are files to keep', () => {
  const kind = (content: string) => keptOf(Buffer.from(content))?.type;
  expect(kind('%PDF-1.7\n')).toBe('application/pdf');
  expect(kind('時刻,圧力\n10:01,0.2\n')).toBe('text/plain');
  for (const hostile of [
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '\n<!DOCTYPE html><script>alert(1)</script>',
    '\ufeff<html>',
    '\u0000MZ',
  ])
    expect(kind(hostile)).toBe('application/octet-stream');
  expect(keptOf(Uint8Array.of(0x83, 0x41))?.type).toBe('application/octet-stream');
});

test('a name is a name: no folders, nothing unseen, no empty one', () => {
  expect(plainName('../../etc/passwd')).toBe('passwd');
  expect(plainName('C:\\Users\\sato\\圧力.png')).toBe('圧力.png');
  expect(plainName('photo\u202egnp.exe')).toBe('photognp.exe');
  expect(plainName('a\u0000b\r\n.png')).toBe('ab.png');
  for (const none of ['..', '/', '.', '\u0000']) expect(plainName(none)).toBe('file');
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(fc.nat(0x2fff), fc.constantFrom(0, 0x2e, 0x2f, 0x5c, 0x202e, 0xd800)))
        .map((codes) => String.fromCharCode(...codes)),
      (given) => {
        const name = plainName(given);
        expect(name).not.toMatch(/[\\/\p{Cc}]/u);
        expect(name).not.toBe('');
        expect(plainName(name)).toBe(name);
      },
    ),
  );
});

describe('what a picture becomes when it is shown', () => {
  const side = 12_000;
  const two = [side & 255, side >> 8];
  const less = [(side - 1) & 255, (side - 1) >> 8, 0];
  const riff = (...chunks: number[][]): number[] => {
    const all = chunks.flat();
    return [...ascii('RIFF'), ...little(all.length + 4), ...ascii('WEBP'), ...all];
  };
  const VAST: [string, number[]][] = [
    ['a PNG', png(side, side)],
    [
      'a PNG with a frame that is larger than itself',
      [
        ...png().slice(0, 33),
        ...pngChunk('fcTL', [0, 0, 0, 0, ...big(side), ...big(side), ...Array<number>(14).fill(0)]),
        ...png().slice(33),
      ],
    ],
    [
      'a JPEG',
      [
        ...[0xff, 0xd8],
        ...segment(0xc2, [8, ...two.toReversed(), ...two.toReversed(), 1, 1, 0x11, 0]),
        ...SCAN,
        ...[0xff, 0xd9],
      ],
    ],
    [
      'a GIF',
      [...ascii('GIF89a'), ...two, ...two, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0, 0x3b],
    ],
    [
      'a GIF with a frame that is larger',
      [
        ...[...ascii('GIF89a'), 1, 0, 1, 0, 0, 0, 0],
        ...[0x2c, 0, 0, 0, 0, ...two, ...two, 0, 2, 2, 0x4c, 1, 0, 0x3b],
      ],
    ],
    ['a WebP', riff(riffChunk('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...two, ...two]))],
    ['a WebP without losses', riff(riffChunk('VP8L', [0x2f, ...little((side - 1) * 2 ** 14 + side - 1)]))],
    [
      'a WebP on a canvas',
      riff(riffChunk('VP8X', [0, 0, 0, 0, ...less, ...less]), riffChunk('VP8L', [0x2f, 0, 0, 0, 0])),
    ],
    ['a WebP that moves', riff(riffChunk('ANMF', [0, 0, 0, 0, 0, 0, ...less, ...less, 0, 0, 0, 0]))],
  ];
  test.each(VAST)('%s of a hundred million pixels and more is known by its first bytes', (_, bytes) => {
    expect(withoutPlace(Uint8Array.from(bytes))?.size).toEqual({ width: side, height: side });
    expect(keptOf(Uint8Array.from(bytes))).toBeUndefined();
  });

  test('one of more frames than a call takes arguments, and frames within frames, are read like any other', () => {
    const frame = [0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 0];
    const moving = Buffer.concat([
      Uint8Array.from([...ascii('GIF89a'), 1, 0, 1, 0, 0, 0, 0]),
      Buffer.alloc(800_000 * frame.length, Uint8Array.from(frame)),
      Uint8Array.of(0x3b),
    ]);
    expect(withoutPlace(moving)?.size).toEqual({ width: 3, height: 2 });
    const within = Uint8Array.from([...ascii('ANMF'), ...Array<number>(20).fill(0)]);
    const body = Buffer.alloc(16 + 300_000 * within.length, within);
    body.set([0, 0, 0, 0, 0, 0, 3, 0, 0, 2, 0, 0, 0, 0, 0, 0]);
    body.set(within, 16);
    const nested = Buffer.concat([
      Uint8Array.from([
        ...ascii('RIFF'),
        ...little(body.length + 12),
        ...ascii('WEBPANMF'),
        ...little(body.length),
      ]),
      body,
    ]);
    expect(withoutPlace(nested)?.size).toEqual({ width: 4, height: 3 });
  });

  test('one of as many as cameras have is kept, and one of none is no picture', () => {
    expect(keptOf(Uint8Array.from(png(12_000, 8_000)))?.type).toBe('image/png');
    expect(withoutPlace(Uint8Array.from(png(0, 8_000)))).toBeUndefined();
  });
});
