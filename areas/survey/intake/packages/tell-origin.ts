import type { Tx } from '../../../../database/transaction.ts';
import { sendPackageWithin } from '../../exchange/acts.ts';
import { findPeer } from '../../exchange/index.ts';
import { originOf } from './index.ts';

/**
 * Tells whoever sent a report as a package what became of it, in the caller's transaction. A report that came by another door
 * has nobody to tell, and one whose sender was revoked tells them nothing more.
 */
export async function tellOrigin(
  tx: Tx,
  reportId: string,
  kind: 'question' | 'question-dropped' | 'verdict' | 'withdrawal',
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const origin = await originOf(tx.sql, reportId);
  if (!origin) return;
  const peer = await findPeer(tx.sql, origin.peerId);
  if (peer?.state !== 'pinned') return;
  await sendPackageWithin(tx, { peerId: origin.peerId, kind, payload: { ref: origin.ref, ...payload } });
}
