import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { namesBehind } from '../../../prepare/contacts/index.ts';
import { record } from '../../../record.ts';
import type { LinkageView, PublicFact, RowDecision } from './schema.ts';
import { linkageSheet } from './sheet.ts';
import { attemptsOf, insertPublicFact, keepDecision, lockLinkage } from './store.ts';
import { NOT_A_ROW } from './words.ts';

export async function linkageFor(ctx: Context, caseId: string): Promise<LinkageView> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    if (!(await findCase(trx, caseId))) throw new Fault('not-found');
    const { number, rows } = await linkageSheet(trx, caseId);
    const names = await namesBehind(
      trx,
      rows.flatMap(({ decision }) => decision?.by ?? []),
      ctx.language,
    );
    const attempts = await attemptsOf(trx, caseId);
    return {
      number,
      rows: rows.map(({ decision, ...row }) => ({
        ...row,
        decision: decision && {
          ...decision,
          by: names[decision.by] ?? decision.by,
          at: decision.at.toString(),
        },
      })),
      attempts: attempts.map((each) => ({ ...each, loggedAt: each.loggedAt.toString() })),
    };
  });
}

/** Decides on what an edition could be linked by: accepted for a reason, or to be reworded. */
export async function decideRow(
  ctx: Context,
  caseId: string,
  { key, as, reason, seen }: RowDecision,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockLinkage(tx.sql, ctx.orgId, caseId);
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    const { number, rows } = await linkageSheet(tx.sql, caseId);
    const row = rows.find((each) => each.key === key);
    if (!row) throw invalidField('key', NOT_A_ROW);
    if ((row.decision?.version ?? 0) !== seen) throw new Fault('conflict');
    const version = seen + 1;
    await keepDecision(tx.sql, ctx.orgId, caseId, {
      key,
      version,
      as,
      reason,
      number: number ?? 0,
      by: byOf(ctx.actor),
      at: ctx.now,
    });
    record(tx, 'survey.linkage-decided', { body: { caseId, kind: row.kind, as } });
    return { version };
  });
}

/** Notes what anybody can read elsewhere about the same incident, to be held against each edition. */
export async function notePublicFact(
  ctx: Context,
  caseId: string,
  fact: PublicFact,
): Promise<{ id: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    const id = ctx.newId();
    await insertPublicFact(tx.sql, ctx.orgId, caseId, { ...fact, id }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.public-fact-noted', { body: { caseId, factId: id } });
    return { id };
  });
}
