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
 * What attempts to identify leave open: found on the newest edition, or nobody tried in vain since somebody found it.
 * @param attempts in any order
 */
export function attemptsLeave(attempts: readonly Attempt[], newest: number): 'found' | 'none' | null {
  const lastFound = Math.max(0, ...attempts.filter(({ found }) => found).map(({ number }) => number));
  if (lastFound >= newest && lastFound > 0) return 'found';
  return attempts.some(({ found, number }) => !found && number > lastFound) ? null : 'none';
}
