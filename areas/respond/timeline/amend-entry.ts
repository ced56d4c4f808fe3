import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { findLine } from '../../ledger/index.ts';
import { didItThemselves } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import type { Correction } from './schema.ts';

/** Corrects or annotates a line: a new line that names the old one, which stays as it was. */
export async function amendEntry(
  ctx: Context,
  incidentId: string,
  seq: number,
  how: 'correct' | 'annotate',
  said: Correction,
): Promise<void> {
  permit(ctx, 'timeline.write');
  const body = said.at
    ? { ...said, at: notAhead(Temporal.Instant.from(said.at), ctx.now, 'at').toString() }
    : said;
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const line = await findLine(tx.sql, seq);
    if (line?.incidentId !== incidentId) throw new Fault('not-found');
    const mayCorrect =
      ctx.actor.permissions.has('incident.command') ||
      (await didItThemselves(tx.sql, ctx.actor, line.actorId));
    if (how === 'correct' && !mayCorrect) {
      throw new Fault('forbidden', {
        detail: {
          ja: 'ほかの人の記録を訂正できるのは指揮者のみです。補足は誰でも追加できます',
          en: 'Only a commander can correct another person’s entry. Anyone can annotate it',
        },
      });
    }
    if (line.kind !== 'timeline.noted' && (said.at ?? said.is ?? said.figure) !== undefined)
      throw invalidField('at', {
        ja: '時刻と種類を訂正できるのは記録のみです',
        en: 'Only notes have a time and type to correct',
      });
    if (how === 'annotate')
      return record(tx, 'timeline.annotated', { incidentId, corrects: seq, body: { text: said.text } });
    record(tx, 'timeline.corrected', { incidentId, corrects: seq, body });
  });
}
