import type { Tx } from '../../../database/transaction.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { type Joint, lockJoint } from './store.ts';

/** In the other organisation's record nobody of this one acts: the bond itself does, and sees what it needs. */
export const bond = (jointId: string): Caller['actor'] => ({
  kind: 'link',
  id: jointId,
  personId: undefined,
  permissions: new Set(),
  outside: false,
});

export const nameOf = async (tx: Tx): Promise<string> => (await readOrganisation(tx.sql))?.name ?? '';

export async function linked(
  tx: Tx,
  incidentId: string,
  jointId: string,
): Promise<Joint & { peerOrg: string; peerId: string }> {
  const joint = await lockJoint(tx.sql, jointId);
  if (joint?.incidentId !== incidentId) throw new Fault('not-found');
  const { peerOrg, peerId } = joint;
  if (joint.state !== 'linked' || peerOrg === null || peerId === null) throw ended();
  return { ...joint, peerOrg, peerId };
}

export const ended = () =>
  new Fault('conflict', { detail: { ja: 'この連携は終了しています', en: 'This link has ended' } });
