import type { Sheet } from '../sheets/rules.ts';

/** By what one press something that is owed before closing is settled, or where it is. */
export type Settling =
  /** The form of closing asks it. */
  | { readonly by: 'closing' }
  | { readonly by: 'standDown' }
  | { readonly by: 'task'; readonly number: number }
  | { readonly by: 'sheet'; readonly sheet: Sheet };

/** Fields as the closing of an incident names them, by their first word. */
const SHEET_OF: Readonly<Record<string, Sheet>> = {
  reports: 'reports',
  statements: 'desk',
  individuals: 'desk',
  changes: 'plan',
  machines: 'recovery',
  systems: 'know',
  overdueTasks: 'tasks',
  plannedReports: 'tasks',
  inquiries: 'desk',
};

/** How what closing names is settled; a regime that seems owed, and whatever a newer server names, is among the reports. */
export function settlingOf(field: string): Settling {
  const [kind = '', which = ''] = field.split('.');
  if (kind === 'cyber') return { by: 'closing' };
  if (kind === 'headquarters') return { by: 'standDown' };
  if (kind === 'tasks') return { by: 'task', number: Number(which) };
  return { by: 'sheet', sheet: SHEET_OF[kind] ?? 'reports' };
}

/** What is to be settled before the form of closing is opened: what that form asks itself is none of it. */
export const owedBesides = <O extends { readonly field: string }>(owed: readonly O[]): O[] =>
  owed.filter(({ field }) => settlingOf(field).by !== 'closing');
