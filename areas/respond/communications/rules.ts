import { fold } from '../../../kernel/text.ts';
import type { AUDIENCES } from '../../prepare/plans/schema.ts';

type Audience = (typeof AUDIENCES)[number];

/** So many people must have read and approved the exact text; who wrote it may be one of them. */
export const APPROVALS_NEEDED = 2;

/** What may stand between letters without making another word of them; also what cannot be seen at all. */
const BETWEEN = /[\s\p{P}\p{S}\p{Cf}]/gu;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
/** Letters alone, taken together before they are folded: サ ー バ ー is サーバー. */
const bare = (text: string): string => fold(plain(text).replace(BETWEEN, ''));

/** Fewer than two letters are no word that could be looked for: it would stop nothing, or everything. */
export const isTooShort = (term: string): boolean => [...bare(term)].length < 2;

const LATIN = /^[a-z0-9]+$/;

/** A Latin word may stand anywhere when it is in one piece; taken apart, only as letters of its own: "this problem" says no ISP. */
function says(text: string, term: string): boolean {
  const word = bare(term);
  if (!LATIN.test(word)) return bare(text).includes(word);
  const unseen = plain(text).replace(/\p{Cf}/gu, '');
  if (unseen.includes(word)) return true;
  const apart = [...word].join('[\\s\\p{P}\\p{S}]*');
  return new RegExp(`(?<![a-z0-9])${apart}(?![a-z0-9])`, 'u').test(unseen);
}

/** Which withheld terms a text holds for its audience; ＤＤｏＳ, ddos and D D o S are one (C3-R6, C5-R4). */
export const withheldIn = <W extends { readonly audience: Audience; readonly term: string }>(
  text: string,
  audience: Audience,
  withheld: readonly W[],
): W[] =>
  withheld.filter((each) => each.audience === audience && !isTooShort(each.term) && says(text, each.term));

/** Who approved the very text that stands now; an edit makes earlier approvals count for nothing. */
export const standingApprovals = <A extends { readonly personId: string; readonly text: string }>(
  text: string,
  approvals: readonly A[],
): A[] => approvals.filter((each) => each.text === text);

/**
 * Audiences that were told something and not yet of the end by every outlet they were told by, whatever the first word was
 * called (C4-R6). In the order of sending.
 */
export function owedEnds(
  sent: readonly {
    readonly audience: Audience;
    readonly outlet: string;
    readonly kind: 'start' | 'update' | 'end';
  }[],
): { audience: Audience; outlet: string }[] {
  const open = new Map<string, { audience: Audience; outlet: string }>();
  for (const { audience, outlet, kind } of sent)
    if (kind === 'end') open.delete(`${audience} ${outlet}`);
    else open.set(`${audience} ${outlet}`, { audience, outlet });
  return [...open.values()];
}

/** Statements that went out, in the order in which they did. */
export const inOrderOfSending = <
  S extends { readonly state: string; readonly sentAt: Temporal.Instant | null },
>(
  statements: readonly S[],
): S[] =>
  statements
    .filter(({ state }) => state === 'sent')
    .toSorted((a, b) => (a.sentAt?.epochMilliseconds ?? 0) - (b.sentAt?.epochMilliseconds ?? 0));

/** What an outlet needs and cannot have, because it failed or stops with what failed. */
export const downOf = (needs: readonly string[], failed: ReadonlySet<string>): string[] =>
  needs.filter((key) => failed.has(key));
