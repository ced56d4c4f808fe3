import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { JointView } from './schema.ts';

export interface Joint {
  readonly id: string;
  readonly incidentId: string;
  readonly state: 'offered' | 'linked' | 'ended';
  readonly codeUntil: Temporal.Instant | null;
  readonly peerOrg: string | null;
  readonly peerId: string | null;
  readonly peerName: string;
  readonly madeAt: Temporal.Instant;
}

const JOINT = [
  'id',
  'incident_id as incidentId',
  'state',
  'code_until as codeUntil',
  'peer_org as peerOrg',
  'peer_id as peerId',
  'peer_name as peerName',
  'made_at as madeAt',
] as const;

export async function insertJoint(
  trx: Transaction<Tables>,
  orgId: string,
  joint: Joint & { readonly codeHash: Uint8Array | null },
): Promise<void> {
  await trx
    .insertInto('joint_record')
    .values({
      org_id: orgId,
      id: joint.id,
      incident_id: joint.incidentId,
      state: joint.state,
      code_hash: joint.codeHash,
      code_until: joint.codeUntil?.toString() ?? null,
      peer_org: joint.peerOrg,
      peer_id: joint.peerId,
      peer_name: joint.peerName,
      made_at: joint.madeAt.toString(),
    })
    .execute();
}

export async function lockJoint(trx: Transaction<Tables>, id: string): Promise<Joint | undefined> {
  return trx.selectFrom('joint_record').select(JOINT).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function jointsOf(trx: Transaction<Tables>, incidentId: string): Promise<Joint[]> {
  return trx
    .selectFrom('joint_record')
    .select(JOINT)
    .where('incident_id', '=', incidentId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Binds an offer to the other side's record; its code opens nothing any more. */
export async function bindJoint(
  trx: Transaction<Tables>,
  id: string,
  peer: { readonly org: string; readonly id: string; readonly name: string },
): Promise<void> {
  await trx
    .updateTable('joint_record')
    .set({
      state: 'linked',
      code_hash: null,
      code_until: null,
      peer_org: peer.org,
      peer_id: peer.id,
      peer_name: peer.name,
    })
    .where('id', '=', id)
    .execute();
}

export async function endJointRow(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('joint_record')
    .set({ state: 'ended', code_hash: null, code_until: null })
    .where('id', '=', id)
    .execute();
}

/** Whose offer a code opens; asked across organisations, so it tells nothing but where to look. */
export async function jointOfCode(
  trx: Transaction<Tables>,
  hash: Uint8Array,
): Promise<{ orgId: string; id: string } | undefined> {
  const { rows } = await sql<{ orgId: string; id: string }>`
    SELECT org_id AS "orgId", id FROM joint_of_code(${hash})`.execute(trx);
  return rows[0];
}

export async function peerNow(
  trx: Transaction<Tables>,
  { peerOrg, peerId }: Joint,
): Promise<JointView['theirs']> {
  const { rows } = await sql<{
    state: string;
    declaredAt: Temporal.Instant;
    resolvedAt: Temporal.Instant | null;
  }>`SELECT state, declared_at AS "declaredAt", resolved_at AS "resolvedAt" FROM joint_peer(${peerOrg}, ${peerId})`.execute(
    trx,
  );
  const [row] = rows;
  return row
    ? {
        state: row.state,
        declaredAt: row.declaredAt.toString(),
        resolvedAt: row.resolvedAt?.toString() ?? null,
      }
    : null;
}
