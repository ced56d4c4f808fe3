import type { LinkageAnswer } from './schema.ts';

interface Decided {
  readonly as: LinkageAnswer;
  readonly number: number;
}

/**
 * Whether a row still has to be decided. What was to be reworded and is still read is not reworded; what stands elsewhere is
 * answered by the edition after the one it was decided on.
 */
export function isOpen(
  { kind }: { readonly kind: string },
  decision: Decided | null,
  newest: number,
): boolean {
  if (decision?.as === 'accepted') return false;
  if (decision?.as === 'reworded') return kind !== 'fact' || newest <= decision.number;
  return true;
}

interface Attempt {
  readonly number: number;
  readonly found: boolean;
}
/**
 * What attempts to identify leave open: found on what the newest edition says, or nobody tried in vain on that since somebody
 * found it. What was tried on an edition that reads otherwise tells nothing of this one.
 * @param attempts in any order
 * @param alike the newest edition, and those that read as it does
 */
export function attemptsLeave(
  attempts: readonly Attempt[],
  alike: ReadonlySet<number>,
): 'found' | 'none' | null {
  const found = attempts.filter((each) => each.found).map(({ number }) => number);
  if (found.some((number) => alike.has(number))) return 'found';
  const lastFound = Math.max(0, ...found);
  return attempts.some((each) => !each.found && alike.has(each.number) && each.number > lastFound)
    ? null
    : 'none';
}
