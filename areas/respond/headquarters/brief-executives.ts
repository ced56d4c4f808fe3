import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn, shorten } from '../../../kernel/text.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { findPeople, languagesRead } from '../../prepare/contacts/index.ts';
import { readZone } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { findIncident, inIncident, lockIncident } from '../incidents/index.ts';
import { marked } from '../incidents/words.ts';
import { sendWithin } from '../notices/index.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import { openTasksOf } from '../tasks/index.ts';
import { endMatter, raiseTask } from '../tasks/raise-task.ts';
import { correctedTexts, entriesOf } from '../timeline/rules.ts';
import { setNextBrief } from './next-brief.ts';
import { draftBrief } from './rules.ts';
import type { BriefSent } from './schema.ts';
import { briefsOf, insertBrief, lastHeadquarters, lockBrief, markRead, markSent } from './store.ts';

const LONGEST_SUBJECT = 150;
/** So long a draft may lie before somebody is asked again. */
const BRIEF_MINUTES = 20;

/** Timer: drafts the next brief for executives from the record, and sets itself for the one after, as long as the headquarters stands. */
export async function draftNextBrief(tx: Tx, { incidentId }: TimerBody<'draft-brief'>): Promise<void> {
  permit(tx.ctx, 'incident.command');
  await lockIncident(tx.sql, incidentId);
  const standing = await lastHeadquarters(tx.sql, incidentId);
  if (standing?.state !== 'standing') return;
  // One that nobody has sent is finished first: drafts do not pile up.
  const [waiting] = await briefsOf(tx.sql, incidentId);
  if (!waiting || waiting.sentAt) {
    const { id, number } = await draftWithin(tx, incidentId);
    await raiseTask(tx, incidentId, {
      matter: `brief:${id}`,
      title: {
        ja: `経営層への報告 第${number}号の案を仕上げて送る`,
        en: `Finish and send brief ${number} to executives`,
      },
      roles: ['recorder'],
      minutes: BRIEF_MINUTES,
    });
  }
  setNextBrief(tx, incidentId, standing.briefMinutes);
}

async function draftWithin(tx: Tx, incidentId: string): Promise<{ id: string; number: number }> {
  const { ctx } = tx;
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident) throw new Fault('not-found');
  const zone = await readZone(tx.sql);
  const lines = await linesOfIncident(tx.sql, incidentId);
  const corrected = correctedTexts(lines);
  const clock = (at: Temporal.Instant): string =>
    at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const source = {
    title: marked(incident.drill, `#${incident.number} ${incident.title}`),
    severity: incident.severity,
    since: Temporal.Instant.from(incident.declaredAt)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' '),
    entries: entriesOf(lines).map(({ at, text }) => ({ clock: clock(at), text })),
    openTasks: (await openTasksOf(tx.sql, incidentId)).map(({ title }) => title),
    decisions: lines
      .filter(({ kind }) => kind === 'decision.recorded')
      .map(({ seq, body }) => corrected.get(seq) ?? String(body['decision'])),
  };
  const text = draftBrief(source, await languagesRead(tx.sql));
  const [last] = await briefsOf(tx.sql, incidentId);
  const number = (last?.number ?? 0) + 1;
  const id = ctx.newId();
  await insertBrief(tx.sql, ctx.orgId, { id, incidentId, number, text, draftedAt: ctx.now });
  record(tx, 'brief.due', { incidentId, body: { briefId: id, number } });
  return { id, number };
}

/** Drafts a brief now, without waiting for its hour. */
export async function draftBriefNow(ctx: Context, incidentId: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    await draftWithin(tx, incidentId);
  });
}

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
    if (brief.sentAt)
      throw new Fault('conflict', { detail: { ja: '送信済みです', en: 'It was sent already' } });
    await inIncident(tx.sql, brief.incidentId, readerIds, 'readerIds');
    await endMatter(tx, brief.incidentId, `brief:${briefId}`);
    await markSent(tx.sql, ctx.orgId, briefId, { text, readerIds }, ctx.now);
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

/** One of its readers has read it. */
export async function readBrief(ctx: Context, briefId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  const { personId } = ctx.actor;
  if (personId === undefined) throw new Fault('not-found');
  await inTransaction(ctx, (tx) => readWithin(tx, briefId, personId));
}

/** The same within the caller's transaction. */
export async function readWithin(tx: Tx, briefId: string, personId: string): Promise<void> {
  const brief = await lockBrief(tx.sql, briefId);
  if (!brief) throw new Fault('not-found');
  if (!(await markRead(tx.sql, briefId, personId, tx.ctx.now))) return;
  record(tx, 'brief.read', {
    incidentId: brief.incidentId,
    body: { briefId, number: brief.number, personId },
  });
}
