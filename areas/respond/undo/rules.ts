import type { Line } from '../../ledger/schema.ts';

/** So long an act can be taken back; later it is changed as anything else is. */
export const WINDOW = { minutes: 10 } as const;

/** Nothing there; somebody changed it since; nobody would be in command; somebody outside has been asked. */
export type Refusal = 'gone' | 'changed' | 'leads' | 'asked';

/** A request and its answer take so long at most; two acts on one thing within it are taken for one. */
const ON_THE_WAY_MS = 5_000;

/** Whether a deed is the one that was done so long ago, or an earlier one; the same person may have done another since. */
export const isThatOne = (
  { recordedAt }: Pick<Line, 'recordedAt'>,
  now: Temporal.Instant,
  ago: number | undefined,
): boolean =>
  ago === undefined || recordedAt.epochMilliseconds <= now.epochMilliseconds - ago + ON_THE_WAY_MS;

/**
 * The line that is to be taken back: the last that tells of the thing, and of the kind that was meant. Whatever was written
 * about it afterwards, by whomever, stands.
 * @param about the lines of the window that tell of the thing, oldest first
 */
export function lastDeed(
  about: readonly Line[],
  kind: string,
): { line: Line } | { refusal: 'gone' | 'changed' } {
  const last = about.at(-1);
  if (!last || !about.some((line) => line.kind === kind)) return { refusal: 'gone' };
  // What takes something back is no deed to be taken back in its turn.
  return last.kind === kind && last.corrects === null ? { line: last } : { refusal: 'changed' };
}
