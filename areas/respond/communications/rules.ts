import { fold } from '../../../kernel/text.ts';
import type { AUDIENCES } from '../../prepare/plans/schema.ts';

type Audience = (typeof AUDIENCES)[number];

/** So many people must have read and approved the exact text; who wrote it may be one of them. */
export const APPROVALS_NEEDED = 2;

/** Letters only: a word taken apart by spaces, dots or dashes is the same word. */
const bare = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]/gu, '');

/** Which withheld terms a text holds for its audience; ＤＤｏＳ, ddos and D D o S are one (C3-R6, C5-R4). */
export const withheldIn = <W extends { readonly audience: Audience; readonly term: string }>(
  text: string,
  audience: Audience,
  withheld: readonly W[],
): W[] => {
  const plain = bare(text);
  return withheld.filter((each) => {
    const term = bare(each.term);
    return each.audience === audience && term !== '' && plain.includes(term);
  });
};

/** Who approved the very text that stands now; an edit makes earlier approvals count for nothing. */
export const standingApprovals = <A extends { readonly personId: string; readonly text: string }>(
  text: string,
  approvals: readonly A[],
): A[] => approvals.filter((each) => each.text === text);

/** Audiences that heard of a beginning last and not of the end (C4-R6). */
export function owedEnds(
  sent: readonly { readonly audience: Audience; readonly kind: 'start' | 'update' | 'end' }[],
): Audience[] {
  const open = new Set<Audience>();
  for (const { audience, kind } of sent)
    if (kind === 'start') open.add(audience);
    else if (kind === 'end') open.delete(audience);
  return [...open];
}

/** What an outlet needs and cannot have, because it failed or stops with what failed. */
export const downOf = (needs: readonly string[], failed: ReadonlySet<string>): string[] =>
  needs.filter((key) => failed.has(key));
