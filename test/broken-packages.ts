import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import zlib from 'node:zlib';
import { packageBytes, sealPackage, signedText } from '../areas/survey/exchange/package-text.ts';
import { type Envelope, LARGEST_PACKAGE } from '../areas/survey/exchange/schema.ts';
import { signText } from '../kernel/signing.ts';

/** Between 0 and 1, the same for the same seed. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Good = Omit<Envelope, 'attachments'>;
const FILES = [{ name: '図.png', type: 'image/png', content: Buffer.from('89504e470d0a1a0a00ff', 'hex') }];
export const goodBytes = (key: KeyObject, envelope: Good): Buffer =>
  packageBytes(sealPackage(key, envelope, FILES));

/** A text signed as it is, whatever it says: what somebody with a good key and bad intent would send. */
export function signedAsIs(key: KeyObject, text: string, ...more: string[]): Buffer {
  const hash = createHash('sha256').update(signedText(text)).digest('hex');
  const seal = `${hash} ${signText(key, signedText(text)).toString('base64url')}`;
  return Buffer.from(['sonae-package 1', text, seal, ...more, ''].join('\n'));
}

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n');
const withLine = (bytes: Buffer, at: number, change: (line: string) => string): Buffer => {
  const lines = linesOf(bytes);
  lines[at] = change(lines[at] ?? '');
  return Buffer.from(lines.join('\n'));
};

/** Ways to break a package; each makes bytes that must not be taken, of a good one and a number between 0 and 1. */
export const BREAKAGES: Readonly<
  Record<string, (good: Buffer, key: KeyObject, envelope: Good, draw: () => number) => Buffer>
> = {
  cut: (good, _k, _e, draw) => good.subarray(0, Math.floor(draw() * (good.length - 2))),
  flipped: (good, _k, _e, draw) => {
    const bytes = Buffer.from(good);
    const at = Math.floor(draw() * (bytes.length - 1));
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(draw() * 8));
    return bytes;
  },
  'bytes in between': (good, _k, _e, draw) => {
    const at = Math.floor(draw() * (good.length - 1));
    return Buffer.concat([good.subarray(0, at), Buffer.from('\u0000x'), good.subarray(at)]);
  },
  'another key': (_g, _k, envelope) => goodBytes(generateKeyPairSync('ed25519').privateKey, envelope),
  'another content': (good) => withLine(good, 1, (line) => line.replace('"number":', '"number":1')),
  'no signature': (good) => withLine(good, 2, () => ''),
  'a hash for a signature': (good) => withLine(good, 2, (line) => line.slice(0, 64)),
  'a made up signature': (good, _k, _e, draw) =>
    withLine(good, 2, (line) => `${line.slice(0, 65)}${'AQgw'[Math.floor(draw() * 4)]}`.padEnd(151, 'A')),
  'another file': (good) => withLine(good, 3, (line) => Buffer.from(line).toString('base64url')),
  'more behind': (good, _k, _e, draw) => Buffer.concat([good, Buffer.from('x'.repeat(1 + draw() * 100))]),
  'another version': (good, _k, _e, draw) =>
    withLine(good, 0, () => `sonae-package ${2 + Math.floor(draw() * 1e6)}`),
  'not a package': (_g, _k, _e, draw) => Buffer.from(JSON.stringify({ sonae: draw() })),
  empty: () => Buffer.alloc(0),
  'a zip bomb': () => Buffer.concat([Buffer.from('PK\u0003\u0004'), zlib.gzipSync(Buffer.alloc(1_000_000))]),
  huge: () => Buffer.alloc(LARGEST_PACKAGE + 1, 0x41),
  nested: (_g, key, _e, draw) => {
    const depth = 33 + Math.floor(draw() * 100_000);
    return signedAsIs(key, `{"payload":${'['.repeat(depth)}${']'.repeat(depth)}}`);
  },
  'nested in words': (_g, key) =>
    signedAsIs(key, `{"payload":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`),
  'many parts': (_g, key) => signedAsIs(key, `{"payload":{"a":[${'0,'.repeat(200_000)}0]}}`),
  'a long envelope': (_g, key) => signedAsIs(key, `{"payload":{"a":"${'x'.repeat(5_000_000)}"}}`),
  'a field twice': (good, key) =>
    signedAsIs(key, (linesOf(good)[1] ?? '').replace('"kind":', '"kind":"report","kind":')),
  'spaces between': (good, key) => signedAsIs(key, (linesOf(good)[1] ?? '').replace('"kind":', '"kind": ')),
  'an unknown field': (_g, key, envelope) => goodBytes(key, { ...envelope, z: 1 } as Good),
  'half a letter': (_g, key, envelope) => goodBytes(key, { ...envelope, payload: { text: '\ud83d' } }),
  'a null byte': (_g, key, envelope) => goodBytes(key, { ...envelope, payload: { 'a\u0000': 1 } }),
  'a broken name': (_g, key, envelope) =>
    goodBytes(key, { ...envelope, sender: { ...envelope.sender, name: 'a\nb' } }),
  'a time that never was': (_g, key, envelope) =>
    goodBytes(key, { ...envelope, madeAt: '0000-01-01T00:00:00Z' }),
  'a negative number': (_g, key, envelope) => goodBytes(key, { ...envelope, number: -1 }),
  'UTF-16': (good) => Buffer.from(good.toString('utf8'), 'utf16le'),
  'Shift JIS': (good) => withLine(good, 1, (line) => Buffer.from(line).toString('latin1')),
  compressed: (good) => zlib.gzipSync(good),
  'a file larger than it says': (_g, key, envelope) =>
    signedAsIs(key, linesOf(goodBytes(key, envelope))[1] ?? '', Buffer.alloc(100_000).toString('base64url')),
  'files beyond all bounds': (_g, key, envelope) => {
    const listed = { bytes: 16_777_216, name: 'a', sha256: '0'.repeat(64), type: 'a/b' };
    const [, text = ''] = linesOf(packageBytes(sealPackage(key, envelope, [])));
    return signedAsIs(
      key,
      text.replace('"attachments":[]', `"attachments":[${Array(20).fill(JSON.stringify(listed)).join(',')}]`),
    );
  },
};

/** So many broken packages, each way in turn. */
export function* brokenPackages(
  most: number,
  key: KeyObject,
  envelope: Good,
  seed: number,
): Generator<{ readonly way: string; readonly bytes: Buffer }> {
  const draw = drawing(seed);
  const good = goodBytes(key, envelope);
  const ways = Object.entries(BREAKAGES);
  for (let at = 0; at < most; at += 1) {
    const [way, broken] = ways[at % ways.length] as (typeof ways)[number];
    yield { way, bytes: broken(good, key, envelope, draw) };
  }
}
