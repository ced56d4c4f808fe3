import type { Line } from '../../../ledger/schema.ts';

/** Acts that take back an earlier one, by the line they name. */
const UNDOING = ['task.reopened', 'task.assigned', 'role.released', 'incident.changed'];

/** A record without what was taken back, and without the taking back: it counts for nothing. */
export function withoutUndone(lines: readonly Line[]): Line[] {
  const gone = new Set(
    lines.flatMap(({ kind, seq, corrects }) =>
      corrects !== null && UNDOING.includes(kind) ? [seq, corrects] : [],
    ),
  );
  return lines.filter(({ seq }) => !gone.has(seq));
}
