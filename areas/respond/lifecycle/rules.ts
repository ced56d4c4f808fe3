import type { IncidentState } from '../incidents/schema.ts';

export type Turning = 'resolve' | 'reopen' | 'close';

/** What each act does in each state; null: not possible. Complete by type. */
export const TURNS: Readonly<Record<IncidentState, Readonly<Record<Turning, IncidentState | null>>>> = {
  open: { resolve: 'resolved', reopen: null, close: null },
  resolved: { resolve: null, reopen: 'open', close: 'closed' },
  closed: { resolve: null, reopen: 'open', close: null },
};
