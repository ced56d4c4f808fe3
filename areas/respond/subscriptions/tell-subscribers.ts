import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn } from '../../../kernel/text.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import type { JobBody } from '../../work.ts';
import { findStatement } from '../communications/index.ts';
import { STATEMENT_KIND_WORDS } from '../communications/words.ts';
import { findIncident } from '../incidents/index.ts';
import { sendWithin } from '../notices/index.ts';
import { ownLink } from '../notices/rules.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import { confirmedAfter } from './store.ts';

const BATCH = 500;

/** Job: a statement stands on the status page; whoever subscribed is told, once each, also when the job runs twice. */
export async function tellSubscribers(
  context: () => Context,
  { statementId }: JobBody<'tell-subscribers'>,
): Promise<void> {
  permit(context(), 'statement.write');
  for (let after: string | undefined; ; ) {
    const last = await inTransaction(context(), async (tx) => {
      const { instance, orgId } = tx.ctx;
      const statement = await findStatement(tx.sql, statementId);
      const incident = statement && (await findIncident(tx.sql, statement.incidentId));
      if (!statement || !incident || incident.drill || incident.restricted) return undefined;
      const organisation = (await readOrganisation(tx.sql))?.name ?? '';
      const subscribers = await confirmedAfter(tx.sql, after, BATCH);
      const made = await sendWithin(
        tx,
        subscribers.map(({ id, email, language }) => ({
          incidentId: statement.incidentId,
          kind: 'status' as const,
          about: statementId,
          personId: null,
          name: email,
          address: email,
          language,
          subject: fillIn(NOTICE_WORDS.status.subject[language], {
            kind: STATEMENT_KIND_WORDS[statement.kind][language],
            organisation,
          }),
          text: [
            statement.text,
            '',
            `${NOTICE_WORDS.status.page[language]}: ${instance.baseUrl}/status/${orgId}`,
            `${NOTICE_WORDS.status.leave[language]}: ${ownLink(id)}`,
          ].join('\n'),
        })),
        { linked: false },
      );
      if (made.length > 0)
        record(tx, 'status.told', {
          incidentId: statement.incidentId,
          body: { statementId, number: statement.number, count: made.length },
        });
      return subscribers.length === BATCH ? subscribers.at(-1)?.id : undefined;
    });
    if (last === undefined) return;
    after = last;
  }
}
