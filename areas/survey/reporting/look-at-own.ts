import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { missingIn } from '../content/rules.ts';
import { reportContent } from '../content/schema.ts';
import type { OwnView } from './schema.ts';
import { findOwn, questionsOf, versionsOf } from './store.ts';

/** A report of our own with its versions, what became of each, and what we were asked. */
export async function lookAtOwn(ctx: Context, id: string): Promise<OwnView> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const report = await findOwn(trx, id);
    if (!report) throw new Fault('not-found');
    const versions = await versionsOf(trx, id);
    const questions = await questionsOf(trx, id);
    const names = await namesBehind(
      trx,
      questions.map(({ answeredBy }) => answeredBy),
      ctx.language,
    );
    const { draft, changedAt, ...rest } = report;
    const content = draft ?? versions[0]?.content ?? reportContent.parse({});
    return {
      ...rest,
      changedAt: changedAt.toString(),
      content,
      missing: missingIn(content),
      versions: versions.map(({ package_id, sent_at, settled_at, content: _, ...version }) => ({
        ...version,
        packageId: package_id,
        sentAt: sent_at.toString(),
        settledAt: settled_at?.toString() ?? null,
      })),
      questions: questions.map(({ askedAt, answeredAt, answeredBy, droppedAt, ...question }) => ({
        ...question,
        askedAt: askedAt.toString(),
        answeredAt: answeredAt?.toString() ?? null,
        droppedAt: droppedAt?.toString() ?? null,
        answeredBy: names[answeredBy] ?? '',
      })),
    };
  });
}
