import { lettersOf, says } from '../../../kernel/alike.ts';
import type { AUDIENCES } from '../../prepare/plans/schema.ts';
import type { SaidOfService } from './schema.ts';

type Audience = (typeof AUDIENCES)[number];

/** So many people must have read and approved the exact text; who wrote it may be one of them. */
export const APPROVALS_NEEDED = 2;

/** Fewer than two letters are no word that could be looked for: it would stop nothing, or everything. */
export const isTooShort = (term: string): boolean => lettersOf(term).length < 2;

/** Which withheld items a text tells its audience of, by their own word or by another they stand for (C3-R6, C5-R4). */
export const withheldIn = <
  W extends { readonly audience: Audience; readonly term: string; readonly also?: readonly string[] },
>(
  text: string,
  audience: Audience,
  withheld: readonly W[],
): W[] =>
  withheld.filter(
    (each) =>
      each.audience === audience &&
      [each.term, ...(each.also ?? [])].some((word) => !isTooShort(word) && says(text, word)),
  );

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

/** Whether two statements say the same of services, in whatever order. */
export const sameServices = (one: readonly SaidOfService[], other: readonly SaidOfService[]): boolean =>
  one.length === other.length &&
  one.every(({ service, state }) => other.some((each) => each.service === service && each.state === state));
