import type { ChainedLine } from './schema.ts';

export interface ChainHead {
  readonly chain: string;
  readonly length: number;
  readonly hash: string;
}

/** What is wrong with a chain, and where it first shows. */
export type Break =
  | { readonly kind: 'changed'; readonly chain: string; readonly link: number; readonly seq: number }
  | { readonly kind: 'missing'; readonly chain: string; readonly link: number }
  | { readonly kind: 'cut-off'; readonly chain: string; readonly link: number }
  | { readonly kind: 'unlisted'; readonly chain: string; readonly link: number; readonly seq: number };

export interface ChainState {
  readonly chain: string;
  readonly link: number;
  readonly hash: string;
}

/** Hex SHA-256 of the previous hash (hex, empty for the first line) followed by the line's text. */
export type Digest = (previousHash: string, text: string) => string;

/**
 * Checks the next line of a walk in (chain, link) order.
 * @param state the line before it; undefined at the very beginning
 */
export function checkLine(
  state: ChainState | undefined,
  line: ChainedLine,
  digest: Digest,
): Break | undefined {
  const sameChain = state?.chain === line.chain;
  const expected = sameChain ? state.link + 1 : 1;
  if (line.link !== expected) return { kind: 'missing', chain: line.chain, link: expected };
  const hash = digest(sameChain ? state.hash : '', line.text);
  return hash === line.hash
    ? undefined
    : { kind: 'changed', chain: line.chain, link: line.link, seq: line.seq };
}

/** Compares where a chain ended with where it should end: lines taken from the end break no hash. */
export function checkEnd(end: ChainState, head: ChainHead | undefined, seq: number): Break | undefined {
  if (!head) return { kind: 'unlisted', chain: end.chain, link: end.link, seq };
  if (end.link < head.length) return { kind: 'cut-off', chain: end.chain, link: end.link + 1 };
  if (end.hash !== head.hash) return { kind: 'changed', chain: end.chain, link: end.link, seq };
  return undefined;
}
