import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { missingIn } from '../content/rules.ts';
import type { ReportContent } from '../content/schema.ts';
import { duesOfReport, duesShown } from './hold-to-deadlines.ts';
import { keepReading } from './keep-reading.ts';
import { summaryOf } from './listing/index.ts';
import { isUnanswered } from './rules.ts';
import type { QuestionView, ReportView } from './schema.ts';
import { sourcesOf } from './sources/index.ts';
import { contentOf, findReport, type StoredReport, verdictsOf, versionsOf } from './store.ts';
import { questionsOf, type StoredQuestion } from './thread/index.ts';

/** A report as it stands, with its versions and verdicts; looking is written down. */
export async function lookAtReport(ctx: Context, id: string): Promise<ReportView> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const report = await findReport(tx.sql, id);
    const summary = await summaryOf(tx.sql, id, ctx.now);
    if (!report || !summary) throw new Fault('not-found');
    const newest = report.version > 0 ? await contentOf(tx.sql, id, report.version) : report.draft;
    if (!newest) throw new Fault('not-found');
    const versions = await versionsOf(tx.sql, id);
    const verdicts = await verdictsOf(tx.sql, id);
    const questions = await questionsOf(tx.sql, id);
    const names = await namesBehind(
      tx.sql,
      [...verdicts.map(({ by }) => by), ...questions.map(({ askedBy }) => askedBy)],
      ctx.language,
    );
    const held = report.state === 'received' ? await duesOfReport(tx.sql, report, newest) : undefined;
    await keepReading(tx, id, report.version, 'read');
    return {
      ...summary,
      openQuestions: questions.filter(isUnanswered).length,
      questions: questions.map((each) => asAsked(each, names)),
      withdrawnReason: report.withdrawnReason,
      content: newest,
      draft: report.version > 0 ? report.draft : null,
      draftSeen: report.draftSeen,
      missing: missingOf(report, newest),
      versions: versions.map(({ submitted_at, received_at, ...rest }) => ({
        ...rest,
        submittedAt: submitted_at.toString(),
        receivedAt: received_at.toString(),
      })),
      verdicts: verdicts.map(({ by, at, ...rest }) => ({ ...rest, at: at.toString(), by: names[by] ?? '' })),
      sources: await sourcesOf(tx.sql, id),
      dues: duesShown(held?.dues ?? [], ctx.now),
    };
  });
}

const asAsked = (
  { askedAt, askedBy, answeredAt, droppedAt, reportId: _, ...rest }: StoredQuestion,
  names: Readonly<Record<string, string>>,
): QuestionView => ({
  ...rest,
  askedAt: askedAt.toString(),
  askedBy: names[askedBy] ?? '',
  answeredAt: answeredAt?.toString() ?? null,
  droppedAt: droppedAt?.toString() ?? null,
});

const missingOf = ({ draft }: StoredReport, newest: ReportContent): string[] => missingIn(draft ?? newest);

export async function lookAtVersion(ctx: Context, id: string, version: number): Promise<ReportContent> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const content = await contentOf(tx.sql, id, version);
    if (!content) throw new Fault('not-found');
    await keepReading(tx, id, version, 'read');
    return content;
  });
}
