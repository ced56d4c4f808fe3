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
          ja: '先に発表してください。個別通知では、承認・発表済みの文面のみ送信できます',
          en: 'Publish it first. Individual notices use only the approved, published text',
        },
      });
    if (!FOR_INDIVIDUALS.has(statement.audience))
      throw new Fault('conflict', {
        detail: {
          ja: '利用者または一般向けに発表した文面のみ、個別通知で送信できます',
          en: 'Only text published for customers or the public can be sent to individuals',
        },
      });
    // Also what was withheld after it went out, and what somebody wrote above it.
    const items = await withheldOf(tx.sql, statement.incidentId);
    const stopped = [...new Set([statement.audience, 'customers' as const])].flatMap((audience) =>
      withheldIn(`${subject}\n${statement.text}`, audience, items),
    );
    if (stopped.length > 0)
      throw withheldFault(stopped, 'subject', { ja: '利用者に', en: ' from customers' });
    if (incident.drill)
      throw new Fault('conflict', {
        detail: {
          ja: '訓練では、社外の人に個別通知を送信できません',
          en: 'In a drill, no one outside is notified',
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
