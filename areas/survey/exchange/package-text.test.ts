import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicHalf } from '../../../kernel/signing.ts';
import { brokenPackages, type Good, goodBytes, signedAsIs } from '../../../test/broken-packages.ts';
import { cardText, makeCard, printOf, readCard } from './card-text.ts';
import { holdToKey } from './check-package.ts';
import { packageBytes, readPackage, sealPackage } from './package-text.ts';
import { Refusal } from './refusal.ts';
import { REFUSAL_REASONS } from './words.ts';

const { privateKey: key } = generateKeyPairSync('ed25519');
const publicKey = publicHalf(key);
const ids = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'] as const;
const envelope: Good = {
  id: '01900000-0000-7000-8000-000000000003',
  kind: 'report',
  sender: { id: ids[0], name: '甲水道', key: printOf(publicKey) },
  recipient: { id: ids[1], name: '事務局' },
  madeAt: '2026-11-29T00:00:00Z',
  number: 1,
  previous: '',
  inReplyTo: null,
  payload: { title: '配水制御の停止', times: [1, 2.5] },
};

/** As whoever receives it looks: read, and held to the key of its sender. */
function judged(bytes: Buffer): string {
  try {
    holdToKey(publicKey, readPackage(bytes));
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

test('what is sealed is read back to the letter, whatever it holds', () => {
  const json = fc.jsonValue({ maxDepth: 5 }).filter((value) => !JSON.stringify(value).includes('\\u0000'));
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((name) => name.isWellFormed() && !/\0/.test(name)),
        json,
      ),
      fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }),
      (payload, contents) => {
        const files = contents.map((content, at) => ({
          name: `${at}.bin`,
          type: 'application/octet-stream',
          content: Buffer.from(content),
        }));
        const sealed = sealPackage(key, { ...envelope, payload }, files);
        const read = readPackage(packageBytes(sealed));
        expect(read).toMatchObject({ text: sealed.text, hash: sealed.hash, signature: sealed.signature });
        expect(read.attachments.map(({ content }) => content)).toEqual(files.map(({ content }) => content));
        expect(packageBytes(read)).toEqual(packageBytes(sealed));
        holdToKey(publicKey, read);
      },
    ),
  );
});

test('a package that a mail program ended lines of, or took the last end from, is the same package', () => {
  const good = goodBytes(key, envelope).toString('utf8');
  expect(judged(Buffer.from(good.replaceAll('\n', '\r\n')))).toBe('taken');
  expect(judged(Buffer.from(good.trimEnd()))).toBe('taken');
});

test('of 1,000 broken packages each is refused by name, and none breaks the reader', () => {
  const reasons = new Map<string, Set<string>>();
  for (const { way, bytes } of brokenPackages(1_000, key, envelope, 20_261_129))
    reasons.set(way, (reasons.get(way) ?? new Set()).add(judged(bytes)));
  for (const [way, found] of reasons) {
    expect([way, ...found]).not.toContain('taken');
    for (const reason of found) expect(REFUSAL_REASONS).toContain(reason);
  }
  const only = (way: string) => [...(reasons.get(way) ?? [])];
  expect(only('another key')).toEqual(['tampered']);
  expect(only('another content')).toEqual(['tampered']);
  expect(only('no signature')).toEqual(['unsigned']);
  expect(only('a hash for a signature')).toEqual(['unsigned']);
  expect(only('another file')).toEqual(['attachment-differs']);
  expect(only('another version')).toEqual(['other-version']);
  expect(only('a zip bomb')).toEqual(['not-a-package']);
  expect(only('huge')).toEqual(['too-large']);
  for (const way of ['nested', 'nested in words', 'many parts', 'a long envelope', 'files beyond all bounds'])
    expect([way, ...only(way)]).toEqual([way, 'excessive']);
});

test('a signature for something else of the house signs no package', () => {
  const [, text = '', seal = ''] = goodBytes(key, envelope).toString('utf8').split('\n');
  const card = cardText(key, makeCard(key, { id: ids[0], name: '甲', address: '' }));
  expect(readCard(card)).toMatchObject({ id: ids[0], name: '甲' });
  expect(judged(signedAsIs(key, card.replaceAll('\n', ' ')))).toBe('damaged');
  // The seal of one is none of another.
  const other = goodBytes(key, { ...envelope, number: 2 })
    .toString('utf8')
    .split('\n');
  expect(judged(Buffer.from([other[0], other[1], seal, ...other.slice(3)].join('\n')))).toBe('tampered');
  expect(judged(Buffer.from([other[0], text, other[2], ...other.slice(3)].join('\n')))).toBe('tampered');
});

test('a card is read out of a mail, and not where a letter of it was changed', () => {
  const card = makeCard(key, { id: ids[0], name: '甲水道', address: 'https://a.example.jp/in/packages/x' });
  const text = cardText(key, card);
  expect(readCard(`添付します。\n\n${text.replaceAll('\n', '\r\n> ')}\n以上`)).toEqual(card);
  expect(readCard(`${text}\n${text}`)).toEqual(card);
  const other = cardText(key, { ...card, name: '乙水道' });
  expect(readCard(`${text}\n${other}`)).toBeUndefined();
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('-----BEGIN')) + 2;
  lines[at] = (lines[at] ?? '').replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
  expect(readCard(lines.join('\n'))).toBeUndefined();
  expect(readCard('')).toBeUndefined();
});
