import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn, shorten } from '../../../kernel/text.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { inIncident } from '../incidents/index.ts';
import { sendWithin } from '../notices/index.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import type { BriefSent } from './schema.ts';
import { lockBrief, markSent } from './store.ts';

const LONGEST_SUBJECT = 150;

/** Sends a brief as it was finished; each reader finds it in the console until they have read it. */
export async function sendBrief(
  ctx: Context,
  briefId: string,
  { text, readerIds }: BriefSent,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const brief = await lockBrief(tx.sql, briefId);
    if (!brief) throw new Fault('not-found');
    if (brief.sentAt) throw new Fault('conflict', { detail: { ja: '送信済みです', en: 'Already sent' } });
    await inIncident(tx.sql, brief.incidentId, readerIds, 'readerIds', { inside: true });
    await endMatter(tx, brief.incidentId, matterOf.brief(briefId));
    await markSent(tx.sql, ctx.orgId, briefId, { text, readerIds }, whenOf(ctx).at);
    await tellReaders(tx, { ...brief, text }, readerIds);
    record(tx, 'brief.sent', {
      incidentId: brief.incidentId,
      body: { briefId, number: brief.number, readerIds },
    });
  });
}

/** Executives are seldom in front of the console: each is sent the text, and says by a link that they have read it. */
async function tellReaders(
  tx: Tx,
  { id, incidentId, text }: { readonly id: string; readonly incidentId: string; readonly text: string },
  readerIds: readonly string[],
): Promise<void> {
  const [title = ''] = text.split('\n');
  await sendWithin(
    tx,
    (await findPeople(tx.sql, readerIds)).map(({ id: personId, name, email, language }) => ({
      incidentId,
      kind: 'brief' as const,
      about: id,
      personId,
      name,
      address: email,
      language,
      subject: shorten(fillIn(NOTICE_WORDS.brief.subject[language], { title }), LONGEST_SUBJECT),
      text: `${text}\n\n${NOTICE_WORDS.brief.ask[language]}`,
    })),
    { linked: true },
  );
}
