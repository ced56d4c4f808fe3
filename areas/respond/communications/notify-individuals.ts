import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findIncident } from '../incidents/index.ts';
import { sendFailedAgain, sendWithin } from '../notices/index.ts';
import { withheldIn } from './rules.ts';
import type { IndividualsWanted } from './schema.ts';
import { lockStatement, withheldOf } from './store.ts';
import { withheldFault } from './withheld-fault.ts';

const BATCH = 1_000;
const FOR_INDIVIDUALS: ReadonlySet<string> = new Set(['customers', 'public']);

/**
 * Tells each affected person what was published, in its exact approved words (C5-R4). Whoever was told already is not told
 * again, unless it could not be delivered; each has a state of their own.
 */
export async function notifyIndividuals(
  ctx: Context,
  statementId: string,
  { subject, recipients }: IndividualsWanted,
): Promise<{ sent: number; again: number; already: number }> {
  permit(ctx, 'statement.write');
  return inTransaction(ctx, async (tx) => {
    const statement = await lockStatement(tx.sql, statementId);
    const incident = statement && (await findIncident(tx.sql, statement.incidentId));
    if (!statement || !incident) throw new Fault('not-found');
    if (statement.state !== 'sent')
      throw new Fault('conflict', {
        detail: {
          ja: '先に発表してください。個別のお知らせは、承認され発表された文面だけを送ります',
          en: 'Publish it first: individuals are told in the approved, published words alone',
        },
      });
    if (!FOR_INDIVIDUALS.has(statement.audience))
      throw new Fault('conflict', {
        detail: {
          ja: '顧客か一般に向けて発表した文面だけを個別に送れます',
          en: 'Only what was published for customers or the public is sent to individuals',
        },
      });
    // Also what was withheld after it went out, and what somebody wrote above it.
    const items = await withheldOf(tx.sql, statement.incidentId);
    const stopped = [...new Set([statement.audience, 'customers' as const])].flatMap((audience) =>
      withheldIn(`${subject}\n${statement.text}`, audience, items),
    );
    if (stopped.length > 0) throw withheldFault(stopped, 'subject', { ja: '顧客に', en: ' from customers' });
    if (incident.drill)
      throw new Fault('conflict', {
        detail: {
          ja: '訓練では、社外の人へ個別のお知らせを送りません',
          en: 'In a drill nobody outside is written to',
        },
      });
    let sent = 0;
    for (let from = 0; from < recipients.length; from += BATCH) {
      const made = await sendWithin(
        tx,
        recipients.slice(from, from + BATCH).map(({ name, address, language }) => ({
          incidentId: statement.incidentId,
          kind: 'individual' as const,
          about: statementId,
          personId: null,
          name,
          address,
          language,
          subject,
          text: statement.text,
        })),
        { linked: false },
      );
      sent += made.length;
    }
    // Whoever is on the list and could not be reached is tried again, at the same address; who has another one now is not
    // waited for at the old.
    const again = await sendFailedAgain(tx, 'individual', statementId, recipients);
    record(tx, 'individuals.notified', {
      incidentId: statement.incidentId,
      body: { statementId, number: statement.number, count: sent + again },
    });
    return { sent, again, already: recipients.length - sent - again };
  });
}
