import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPeople, namesOf } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { readLinks } from '../../sending/links/index.ts';
import { listMessages } from '../../sending/outbox/index.ts';
import { type Attempt, asAttempts, attemptsOf } from './attempts.ts';
import { composeMessage } from './compose-message.ts';
import { mayAnswer, PAGE, PAGE_LINK } from './rules.ts';
import type { AttemptView, OutboxFilter, PageFilter, PageView } from './schema.ts';
import { answersOf, findPages, listPages } from './store.ts';

const attemptView = (row: Attempt, names: Readonly<Record<string, string>>): AttemptView => ({
  id: row.id,
  step: row.step,
  personId: row.personId,
  personName: names[row.personId] ?? null,
  channel: row.channel,
  state: row.state,
  reason: row.reason === '' ? null : row.reason,
  tries: row.tries,
  createdAt: row.madeAt.toString(),
  changedAt: row.changedAt.toString(),
  bundleId: row.bundleId,
});

/** Pages with every attempt, newest first. */
export async function pagesWithAttempts(
  ctx: Context,
  filter: PageFilter,
): Promise<{ pages: PageView[]; next: string | null }> {
  permit(ctx, 'page.read');
  return reading(ctx, async (trx) => {
    const rows = await listPages(trx, filter);
    const attempts = await attemptsOf(
      trx,
      rows.map(({ id }) => id),
    );
    const answers = await answersOf(
      trx,
      rows.map(({ id }) => id),
    );
    const names = await namesOf(trx, [
      ...answers.map(({ personId }) => personId),
      ...attempts.map(({ personId }) => personId),
      ...rows.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []),
    ]);
    const pages = rows.map((row): PageView => {
      const own = attempts.filter(({ pageId }) => pageId === row.id);
      const answered = answers.filter(({ pageId }) => pageId === row.id);
      const asked = own.some(({ personId }) => personId === ctx.actor.personId);
      return {
        ...row,
        steps: row.steps.length,
        startedAt: row.startedAt.toString(),
        endedAt: row.endedAt?.toString() ?? null,
        acknowledgedBy: row.acknowledgedBy && (names[row.acknowledgedBy] ?? null),
        mine: asked,
        mayAnswer:
          mayAnswer(row, { personId: ctx.actor.personId, outside: ctx.actor.outside, asked }) &&
          !answered.some(({ personId }) => personId === ctx.actor.personId),
        answers: answered.map(({ personId, by, at }) => ({
          personId,
          name: names[personId] ?? null,
          by,
          at: at.toString(),
        })),
        attempts: own.map((attempt) => attemptView(attempt, names)),
      };
    });
    return { pages, next: rows.length === filter.limit ? (rows.at(-1)?.id ?? null) : null };
  });
}

/** What was to be sent, whether it was, and if not why; with the text, but without the link that answers. */
export async function listOutbox(ctx: Context, filter: OutboxFilter) {
  permit(ctx, 'page.command');
  return reading(ctx, async (trx) => {
    const { state, before: after, limit } = filter;
    const messages = await listMessages(trx, {
      purpose: PAGE.name,
      newestFirst: true,
      after,
      limit,
      ...(state !== 'any' && { state }),
    });
    const rows = await asAttempts(trx, messages);
    const links = await readLinks(
      trx,
      PAGE_LINK,
      rows.map(({ id }) => id),
    );
    const pages = new Map(
      (
        await findPages(
          trx,
          rows.map(({ pageId }) => pageId),
        )
      ).map((page) => [page.id, page]),
    );
    const people = new Map(
      (
        await findPeople(
          trx,
          rows.map(({ personId }) => personId),
        )
      ).map((p) => [p.id, p]),
    );
    const organisation = await readOrganisation(trx);
    const entries = rows.flatMap((row) => {
      const page = pages.get(row.pageId);
      const person = people.get(row.personId);
      if (!page || !organisation) return [];
      const message = composeMessage({
        language: row.language,
        subjectKind: page.subjectKind,
        subject: page.subject,
        others: [],
        organisation,
        waitSeconds: page.waitSeconds,
        answerUrl: undefined,
        code: undefined,
        detailsUrl: `${ctx.instance.baseUrl}/`,
        until: links.get(row.id)?.until ?? ctx.now,
      });
      const names = person ? { [person.id]: person.name } : {};
      const { subject, text } = message;
      return [{ ...attemptView(row, names), pageId: page.id, incidentId: page.incidentId, subject, text }];
    });
    return { entries, next: messages.length === limit ? (messages.at(-1)?.id ?? null) : null };
  });
}
