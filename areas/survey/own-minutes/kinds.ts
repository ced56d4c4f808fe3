import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { record } from '../../record.ts';
import type { PackageKind, Settled } from '../exchange/index.ts';
import { KIND_WORDS } from '../exchange/words.ts';
import { type MinutesPackage, minutesPackage } from '../hearings/packages/schema.ts';
import { lockOwnMinutes, putOwnMinutes, settleSaid } from './store.ts';

const takeMinutes: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const document = payload as MinutesPackage;
  const before = await lockOwnMinutes(tx.sql, document.ref);
  if (before && before.peerId !== peer.id) throw new Fault('not-found');
  await putOwnMinutes(tx.sql, tx.ctx.orgId, peer.id, document, tx.ctx.now);
  record(tx, 'own-report.minutes-received', {
    body: { hearingId: document.ref, edition: document.edition },
  });
};

/** What an organisation takes of whoever heard it. */
export const OWN_MINUTES_KINDS: readonly PackageKind[] = [
  {
    name: 'minutes-to-confirm',
    words: KIND_WORDS['minutes-to-confirm'],
    payload: minutesPackage,
    byHand: false,
    forSenders: true,
    accept: takeMinutes,
  },
];

/** The recipient signed for what we said of its minutes. */
export async function minutesSettled(
  tx: Tx,
  { packageId, outcome, reason }: Pick<Settled, 'packageId' | 'outcome' | 'reason'>,
): Promise<void> {
  const hearingId = await settleSaid(tx.sql, packageId, outcome, reason);
  if (hearingId !== undefined)
    record(tx, 'own-report.minutes-settled', { body: { hearingId, packageId, outcome } });
}
