import type { Context } from '../../database/transaction.ts';
import { fillIn } from '../../kernel/text.ts';
import { fingerprint, proofText } from './proofs/index.ts';
import type { Verification } from './verify-ledger.ts';
import { BREAK_WORDS, CHECK_WORDS } from './words.ts';

/**
 * What a check of the audit log came to, as a text to be kept: what was looked at, what was found, and where it is whole a
 * proof that `sonae ledger verify --against` takes.
 */
export function verificationReport(verified: Verification, { language, now, orgId }: Context): string {
  const { lines, chains, proofs, firstBreak, proofBreak, recorded, proof } = verified;
  const say = (text: (typeof CHECK_WORDS)[keyof typeof CHECK_WORDS], values = {}): string =>
    fillIn(text[language], values);
  const result = firstBreak
    ? say(CHECK_WORDS.broken, { ...firstBreak, kind: BREAK_WORDS[firstBreak.kind][language] })
    : proofBreak
      ? say(CHECK_WORDS.unproven, { at: proofBreak.takenAt, kind: BREAK_WORDS[proofBreak.kind][language] })
      : say(CHECK_WORDS.whole);
  const rows: readonly (readonly [string, string])[] = [
    [say(CHECK_WORDS.result), result],
    [say(CHECK_WORDS.checkedAt), now.toString()],
    [say(CHECK_WORDS.organisation), orgId],
    [say(CHECK_WORDS.what), say(CHECK_WORDS.looked, { lines, chains, proofs })],
    ...(recorded ? [[say(CHECK_WORDS.range), `${recorded.from} – ${recorded.to}`] as const] : []),
    ...(proof
      ? [
          [say(CHECK_WORDS.root), proof.root] as const,
          [say(CHECK_WORDS.key), fingerprint(proof.publicKey)] as const,
        ]
      : []),
  ];
  const head = [say(CHECK_WORDS.title), '', ...rows.map(([name, value]) => `${name}: ${value}`), ''];
  return [...head, ...(proof ? [say(CHECK_WORDS.later), '', proofText(proof)] : [])].join('\n');
}
