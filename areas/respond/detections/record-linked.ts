import type { Tx } from '../../../database/transaction.ts';
import { shorten } from '../../../kernel/text.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { record } from '../../record.ts';

/** So many of a batch are named in the fact; the number is exact. */
const NAMED = 20;

/** These signals belong to an incident from now on. */
export function recordLinked(
  tx: Tx,
  incidentId: string,
  signals: readonly Pick<SignalView, 'id' | 'title'>[],
): void {
  record(tx, 'incident.signals-linked', { incidentId, body: counted(signals) });
}

/** Signals that belong to it already are back. */
export function recordBack(
  tx: Tx,
  incidentId: string,
  signals: readonly Pick<SignalView, 'id' | 'title'>[],
): void {
  record(tx, 'incident.signals-back', { incidentId, body: counted(signals) });
}

const counted = (signals: readonly Pick<SignalView, 'id' | 'title'>[]) => ({
  count: signals.length,
  signals: signals.slice(0, NAMED).map(({ id, title }) => ({ signalId: id, title: shorten(title, 200) })),
});
