import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { refuseBefore } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { findLine } from '../../ledger/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import type { NewEvidence } from './schema.ts';

/** Puts a piece of evidence on the record: what it is, where it lies, the hash it can be known by, and who keeps it. */
export async function keepEvidence(ctx: Context, incidentId: string, evidence: NewEvidence): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    if (!(await findPerson(tx.sql, evidence.custodianId)))
      throw invalidField('custodianId', { ja: '保管者を選択してください', en: 'Choose a custodian' });
    record(tx, 'evidence.kept', { incidentId, body: evidence });
  });
}

const KEPT = { ja: '証拠の登録', en: 'it was secured' };

/** Hands evidence on; its chain of custody is the lines that name it. */
export async function handEvidence(
  ctx: Context,
  incidentId: string,
  { seq, to, note }: { readonly seq: number; readonly to: string; readonly note: string },
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const line = await findLine(tx.sql, seq);
    if (line?.incidentId !== incidentId || line.kind !== 'evidence.kept') throw new Fault('not-found');
    refuseBefore(ctx, line, KEPT);
    record(tx, 'evidence.handed-over', { incidentId, corrects: seq, body: { to, note } });
  });
}
