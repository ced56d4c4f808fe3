import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivedSigningKey, publicHalf, signText } from '../../../kernel/signing.ts';
import { isIntact, NO_LINES, type Proof, ProofCheck, rollRoot, signedText } from './proof.ts';
import { proofText, readProofs } from './proof-text.ts';

const KEY = derivedSigningKey(Buffer.alloc(32, 7));
const AT = Temporal.Instant.from('2026-11-29T06:00:00.123Z');
const ORG = '0199aa00-0000-7000-8000-000000000001';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function signed(hashes: readonly string[], lines = hashes.length): Proof {
  const root = hashes.slice(0, lines).reduce(rollRoot, NO_LINES);
  const said = { orgId: ORG, lines, root, takenAt: AT };
  return { ...said, publicKey: publicHalf(KEY), signature: signText(KEY, signedText(said)) };
}

function check(hashes: readonly string[], proofs: readonly Proof[]) {
  const walk = new ProofCheck(proofs);
  for (const hash of hashes) walk.take(hash);
  return walk.end();
}

const ledger = fc
  .array(fc.string(), { minLength: 1, maxLength: 20 })
  .map((texts) => texts.map((text, index) => hashOf(`${index} ${text}`)));

test('a ledger that only grew bears out every proof of it', () => {
  fc.assert(
    fc.property(ledger, fc.array(fc.nat(), { maxLength: 5 }), (hashes, at) => {
      const proofs = at.map((n) => signed(hashes, 1 + (n % hashes.length)));
      expect(check([...hashes, hashOf('later')], proofs)).toBeUndefined();
    }),
  );
});

test('a line that was written anew is found, with chains and heads made to fit, and between which proofs', () => {
  fc.assert(
    fc.property(ledger, fc.nat(), fc.nat(), (hashes, n, m) => {
      const changed = n % hashes.length;
      const before = m % (changed + 1);
      const after = hashes.map((hash, index) => (index >= changed ? hashOf(`${hash} anew`) : hash));
      const proofs = [signed(hashes), ...(before > 0 ? [signed(hashes, before)] : [])];
      expect(check(after, proofs)).toMatchObject({
        kind: 'rewritten',
        after: before,
        upTo: hashes.length,
      });
    }),
  );
});

test('lines in another order are not the same lines', () => {
  const [a, b] = [hashOf('a'), hashOf('b')];
  expect(check([b, a], [signed([a, b])])).toMatchObject({ kind: 'rewritten' });
});

test('lines taken from the end are found, and lines put in their place are not those that stood there', () => {
  fc.assert(
    fc.property(ledger, (hashes) => {
      const cut = hashes.slice(0, -1);
      expect(check(cut, [signed(hashes)])).toMatchObject({ kind: 'shorter', lines: hashes.length });
      expect(check([...cut, hashOf('other')], [signed(hashes)])).toMatchObject({ kind: 'rewritten' });
    }),
  );
});

test('what a proof says cannot be changed without its key', () => {
  const proof = signed([hashOf('a'), hashOf('b')]);
  expect(isIntact(proof)).toBe(true);
  const another = publicHalf(derivedSigningKey(Buffer.alloc(32, 8)));
  const changes: Partial<Proof>[] = [
    { lines: 1 },
    { root: hashOf('c') },
    { takenAt: AT.add({ seconds: 1 }) },
    { orgId: ORG.replace('1', '2') },
    { publicKey: another },
    { publicKey: Buffer.alloc(3) },
    { signature: Buffer.alloc(64) },
  ];
  for (const change of changes) expect(isIntact({ ...proof, ...change }), JSON.stringify(change)).toBe(false);
});

test('a proof comes out of what it was written to: quoted, wrapped, several after each other, with words around them', () => {
  fc.assert(
    fc.property(
      ledger.filter((all) => all.length > 1),
      fc.constantFrom('', '> ', '>> ', '\t'),
      (hashes, quote) => {
        const proofs = [signed(hashes), signed(hashes, 1)];
        const mail = proofs.map((proof) => `写しです。\n\n${proofText(proof)}\nSonae`).join('\n-- \n');
        const quoted = mail.replaceAll('\n', `\r\n${quote}`);
        expect(readProofs(quoted).map(signedText)).toEqual(proofs.map(signedText));
        expect(readProofs(quoted).every(isIntact)).toBe(true);
      },
    ),
  );
});

test('a saved mail will do, however it is encoded', () => {
  const proof = signed([hashOf('a')]);
  const page = `<p>${proofText(proof).replaceAll('\n', '<br>')}</p>`;
  const text = `控えです。\n${proofText(proof)}`;
  const base64 = (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
  const wrapped = (page.match(/.{1,75}/g) ?? []).join('=\r\n');
  for (const mail of [page, base64, wrapped, `${base64}\r\n\r\n--part\r\n${wrapped}`])
    expect(readProofs(mail).map(signedText)).toEqual([signedText(proof)]);
});

test('a text without a proof has none, and a damaged one is refused', () => {
  expect(readProofs('こんにちは')).toEqual([]);
  const text = proofText(signed([hashOf('a')]));
  const lines = text.split('\n');
  const damaged = lines.toSpliced(7, 1).join('\n');
  expect(() => readProofs(damaged)).toThrow('proof 1 is damaged');
});
