import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { markUsed } from '../../sending/links/index.ts';
import { moveMessages } from '../../sending/outbox/index.ts';
import { proveRoute } from '../contact-routes/acts.ts';
import { lockPerson } from '../contacts/index.ts';
import { readOrganisation, readZone } from '../parties/index.ts';
import type { Party } from '../parties/schema.ts';
import { lockEntry, writeEntry } from '../registers/acts.ts';
import { digestNow, partyOf } from './asked-about.ts';
import { findConfirmation, lockConfirmation } from './read-questions.ts';
import { linkState, QUESTION_LINK } from './rules.ts';
import type { Confirmation } from './schema.ts';
import { setAnswered } from './store.ts';

export interface Asked {
  readonly state: ReturnType<typeof linkState>;
  readonly kind: Confirmation['kind'];
  readonly name: string;
  readonly organisation: string;
  readonly language: 'ja' | 'en';
  /** The sheet to be acknowledged, where it is one. */
  readonly sheet: Party['sheet'] | undefined;
}

/** What the page behind a link shows; looking changes nothing, for mail scanners look too. */
export async function lookAtQuestion(ctx: Context, id: string): Promise<Asked> {
  permit(ctx, 'confirmation.answer');
  return reading(ctx, async (trx) => {
    const question = await findConfirmation(trx, id);
    if (!question) throw new Fault('gone');
    const { kind, language, subject } = question;
    const state = linkState(question, await digestNow(trx, question), ctx.now);
    return {
      state,
      kind,
      // Whoever finds an old link learns nobody's name by it.
      name: state === 'open' ? question.name : '',
      language,
      organisation: (await readOrganisation(trx))?.name ?? '',
      sheet: kind === 'sheet' && state === 'open' ? (await partyOf(trx, subject))?.sheet : undefined,
    };
  });
}

/** The answer, once. @throws Fault `gone` when the link was used, is too old, or what it asked about has changed */
export async function answerQuestion(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(ctx, async (tx) => {
    const question = await lockConfirmation(tx.sql, id);
    if (!question) throw new Fault('gone');
    // What it asks about is locked before it is compared: nobody acknowledges what was changed under their hands.
    if (question.kind === 'sheet') await lockEntry(tx.sql, 'parties', question.subject);
    else await lockPerson(tx.sql, question.personId ?? '');
    if (linkState(question, await digestNow(tx.sql, question), ctx.now) !== 'open') throw new Fault('gone');
    await setAnswered(tx.sql, id, ctx.now, question.address);
    await moveMessages(tx.sql, [id], 'acknowledge', ctx.now);
    await markUsed(tx.sql, QUESTION_LINK, [id], ctx.now);
    record(tx, 'confirmation.answered', { body: { confirmationId: id, kind: question.kind } });
    if (question.kind === 'sheet') await acknowledgeSheet(tx, question.subject);
    else if (question.personId !== null) {
      const { personId, subject: routeId, address } = question;
      if (!(await proveRoute(tx, personId, { routeId, address }, 'link'))) throw new Fault('gone');
    }
  });
}

/** The day of the answer goes into the register as a version of its own. */
async function acknowledgeSheet(tx: Tx, key: string): Promise<void> {
  const { ctx, sql } = tx;
  const party = await partyOf(sql, key);
  if (!party) throw new Fault('gone');
  const zone = await readZone(sql);
  const acknowledgedOn = ctx.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const version = await writeEntry(sql, {
    orgId: ctx.orgId,
    register: 'parties',
    key,
    entry: { ...party, sheet: { ...party.sheet, acknowledgedOn } },
    at: ctx.now,
    by: byOf(ctx.actor),
  });
  record(tx, 'register.kept', { body: { register: 'parties', key, version } });
}
