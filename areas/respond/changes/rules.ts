import type { CHANGE_LACKS, ChangeState, ChangeTurn } from './schema.ts';

/** What each act makes of each state; null: refused. Nothing is applied before it was approved (C8-R6). Complete by type. */
export const CHANGE_TABLE: Readonly<Record<ChangeState, Readonly<Record<ChangeTurn, ChangeState | null>>>> = {
  proposed: { approve: 'approved', refuse: 'refused', apply: null, rollBack: null, replace: null },
  approved: { approve: null, refuse: 'refused', apply: 'applied', rollBack: null, replace: null },
  refused: { approve: 'approved', refuse: null, apply: null, rollBack: null, replace: null },
  applied: { approve: null, refuse: null, apply: null, rollBack: 'rolledBack', replace: 'replaced' },
  rolledBack: { approve: null, refuse: null, apply: null, rollBack: null, replace: null },
  replaced: { approve: null, refuse: null, apply: null, rollBack: null, replace: null },
};

/** What a stop-gap lacks that somebody will ask for: an end, a way back, what takes its place (Y33). */
export function lacksOf(
  change: {
    readonly state: ChangeState;
    readonly expiresAt: Temporal.Instant | null;
    readonly rollback: string;
    readonly permanentFix: string;
  },
  now: Temporal.Instant,
): (typeof CHANGE_LACKS)[number][] {
  if (change.state === 'refused' || change.state === 'rolledBack' || change.state === 'replaced') return [];
  const { expiresAt, state } = change;
  const over = expiresAt !== null && state === 'applied' && Temporal.Instant.compare(expiresAt, now) <= 0;
  return [
    ...(expiresAt === null ? (['expiry'] as const) : []),
    ...(change.rollback === '' ? (['rollback'] as const) : []),
    ...(change.permanentFix === '' ? (['permanentFix'] as const) : []),
    ...(over ? (['expired'] as const) : []),
  ];
}
