import { createHash } from 'node:crypto';
import { isSigned } from '../../../kernel/signing.ts';
import { canonicalJson } from '../../../kernel/text.ts';

/** Where an organisation's ledger stood at a moment, signed by the installation. */
export interface Proof {
  readonly orgId: string;
  /** So many lines there were: numbers are given without gaps. */
  readonly lines: number;
  /** Hex SHA-256 that stands for the hashes of all of them in their order. */
  readonly root: string;
  readonly takenAt: Temporal.Instant;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

/** What a proof says of a ledger that does not bear it out. */
export type ProofBreak =
  /** Lines at the end are gone. */
  | { readonly kind: 'shorter'; readonly lines: number; readonly takenAt: string }
  /** Lines after one number and up to another are not those that stood there. */
  | { readonly kind: 'rewritten'; readonly after: number; readonly upTo: number; readonly takenAt: string }
  /** A proof that is kept beside the ledger was not signed by this installation. */
  | { readonly kind: 'not-ours'; readonly lines: number; readonly takenAt: string };

/** The root before the first line. */
export const NO_LINES = '';

/** @param hash the line's own, hex */
export const rollRoot = (root: string, hash: string): string =>
  createHash('sha256').update(root, 'hex').update(hash, 'hex').digest('hex');

/** What the signature covers. */
export const signedText = ({ orgId, lines, root, takenAt }: Omit<Proof, 'publicKey' | 'signature'>): string =>
  canonicalJson({ kind: 'sonae ledger proof', orgId, lines, root, takenAt: takenAt.toString() });

export const isIntact = (proof: Proof): boolean =>
  isSigned(proof.publicKey, signedText(proof), proof.signature);

/** How a key is named to people: the first 16 bytes of its SHA-256, in groups that can be read out. */
export const fingerprint = (publicKey: Uint8Array): string =>
  (createHash('sha256').update(publicKey).digest('hex').slice(0, 32).match(/.{4}/g) ?? []).join(' ');

/** Compares the walk of a ledger with what proofs say of it; the first one it does not bear out is told. */
export class ProofCheck {
  readonly #due: Proof[];
  #root = NO_LINES;
  #lines = 0;
  #held = 0;
  #broken: ProofBreak | undefined;

  constructor(proofs: readonly Proof[]) {
    this.#due = proofs.toSorted((a, b) => a.lines - b.lines);
    this.#compare();
  }

  /** The next line in the order of numbers. */
  take(hash: string): void {
    this.#root = rollRoot(this.#root, hash);
    this.#lines += 1;
    this.#compare();
  }

  end(): ProofBreak | undefined {
    const [first] = this.#due;
    if (this.#broken || !first) return this.#broken;
    return { kind: 'shorter', lines: first.lines, takenAt: first.takenAt.toString() };
  }

  #compare(): void {
    while (this.#due[0]?.lines === this.#lines) {
      const { root, lines, takenAt } = this.#due.shift() as Proof;
      if (root === this.#root) this.#held = lines;
      else
        this.#broken ??= {
          kind: 'rewritten',
          after: this.#held,
          upTo: lines,
          takenAt: takenAt.toString(),
        };
    }
  }
}
