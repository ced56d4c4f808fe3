import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson, namesBehind } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { ROLES, type Role } from '../../roles.ts';
import { missingIn } from '../content/rules.ts';
import { type ReportContent, reportContent } from '../content/schema.ts';
import { insertReading, wasReadSince } from './reading/index.ts';
import type { ReportView } from './schema.ts';
import { sourcesOf } from './sources/index.ts';
import { contentOf, findReport, type StoredReport, summaryOf, verdictsOf, versionsOf } from './store.ts';

const SAME_READING = { minutes: 60 } as const;

/** Who looks, as text: their name and roles as they are today, for whoever asks in ten years. */
async function keepReading(
  tx: Tx,
  reportId: string,
  version: number,
  what: 'read' | 'download',
): Promise<void> {
  const { ctx } = tx;
  const by = byOf(ctx.actor);
  if (await wasReadSince(tx.sql, { reportId, version, what, by }, ctx.now.subtract(SAME_READING))) return;
  const names = await namesBehind(tx.sql, [by], ctx.language);
  const person = ctx.actor.personId ? await findPerson(tx.sql, ctx.actor.personId) : undefined;
  const roles = person?.roles.filter((role): role is Role => Object.hasOwn(ROLES, role)) ?? [];
  await insertReading(
    tx.sql,
    ctx.orgId,
    {
      id: ctx.newId(),
      reportId,
      version,
      what,
      by,
      name: names[by] ?? person?.name ?? ctx.actor.kind,
      role: roles.map((role) => ROLES[role].name[ctx.language]).join(', '),
      organisation: (await readOrganisation(tx.sql))?.name ?? '',
    },
    ctx.now,
  );
  record(tx, 'survey.report-read', { body: { reportId, version, what } });
}

/** A report as it stands, with its versions and verdicts; looking is written down. */
export async function lookAtReport(ctx: Context, id: string): Promise<ReportView> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const report = await findReport(tx.sql, id);
    const summary = await summaryOf(tx.sql, id);
    if (!report || !summary) throw new Fault('not-found');
    const newest = report.version > 0 ? await contentOf(tx.sql, id, report.version) : report.draft;
    if (!newest) throw new Fault('not-found');
    const versions = await versionsOf(tx.sql, id);
    const verdicts = await verdictsOf(tx.sql, id);
    const names = await namesBehind(
      tx.sql,
      verdicts.map(({ by }) => by),
      ctx.language,
    );
    await keepReading(tx, id, report.version, 'read');
    return {
      ...summary,
      openQuestions: 0,
      withdrawnReason: report.withdrawnReason,
      content: reportContent.parse(newest),
      draft: report.version > 0 && report.draft ? reportContent.parse(report.draft) : null,
      draftSeen: report.draftSeen,
      missing: missingOf(report, newest),
      versions: versions.map(({ submitted_at, received_at, ...rest }) => ({
        ...rest,
        submittedAt: submitted_at.toString(),
        receivedAt: received_at.toString(),
      })),
      verdicts: verdicts.map(({ by, at, ...rest }) => ({ ...rest, at: at.toString(), by: names[by] ?? '' })),
      sources: await sourcesOf(tx.sql, id),
    };
  });
}

const missingOf = ({ draft }: StoredReport, newest: ReportContent): string[] =>
  missingIn(reportContent.parse(draft ?? newest));

export async function lookAtVersion(ctx: Context, id: string, version: number): Promise<ReportContent> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const content = await contentOf(tx.sql, id, version);
    if (!content) throw new Fault('not-found');
    await keepReading(tx, id, version, 'read');
    return reportContent.parse(content);
  });
}
