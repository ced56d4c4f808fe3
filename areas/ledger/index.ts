import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Line } from './schema.ts';
import { lastSeq, latestOfKinds, linesOfKindsAfter } from './store.ts';

export {
  findLine,
  findLines,
  lastActAfter,
  lastSeq,
  lineOfClient,
  linesAfter,
  linesBySeq,
  linesOfIncident,
  linesOfIncidentSince,
  linesOfIncidents,
  massOfIncidents,
  newestOfIncident,
  newestOfKinds,
  type SoughtWord,
} from './store.ts';
export type { Line };

/**
 * Signals that appeared after a line, each with the number of its line.
 * @returns `upTo`: the number up to which everything has now been looked at
 */
export async function signalLinesAfter(
  trx: Transaction<Tables>,
  seq: number,
  limit: number,
): Promise<{ seqOf: ReadonlyMap<string, number>; upTo: number; more: boolean }> {
  const {
    lines,
    upTo: head,
    more,
  } = await linesOfKinds(trx, seq, ['signal.appeared', 'signal.reappeared'], limit);
  const upTo = more ? (lines.at(-1)?.seq ?? head) : head;
  // Read backwards: of a signal with several lines the first counts.
  const seqOf = new Map(lines.toReversed().map(({ seq: at, body }) => [String(body['signalId']), at]));
  return { seqOf, upTo, more };
}

/** Lines of some kinds after a number, in order, and the number up to which everything has now been looked at. */
export async function linesOfKinds(
  trx: Transaction<Tables>,
  seq: number,
  kinds: readonly string[],
  limit: number,
): Promise<{
  lines: Line[];
  upTo: number;
  more: boolean;
}> {
  const head = await lastSeq(trx);
  const lines = head > seq ? await linesOfKindsAfter(trx, seq, kinds, head, limit) : [];
  return { lines, upTo: head, more: lines.length === limit };
}
export { LedgerTail, type Tail } from './tail.ts';

/** Lines of some kinds that were written since a moment, oldest first: the latest so many, and whether that is all of them. */
export async function linesOfKindsSince(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
  kinds: readonly string[],
  limit: number,
): Promise<{ lines: Line[]; whole: boolean }> {
  const latest = await latestOfKinds(trx, since, kinds, await lastSeq(trx), limit + 1);
  return { lines: latest.slice(0, limit).toReversed(), whole: latest.length <= limit };
}
