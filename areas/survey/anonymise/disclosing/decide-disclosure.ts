import { type Context, inTransaction, type Tx } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { textsOf, type WrittenText } from '../../../learn/cases/texts/rules.ts';
import { didItThemselves } from '../../../prepare/contacts/index.ts';
import { record } from '../../../record.ts';
import { lockEditions } from '../store.ts';
import { markOf, mayBeWithheld, partOf } from './apply.ts';
import type { PartApproval, PartDecision } from './schema.ts';
import { disclosuresOf, type KeptDisclosure, keepApproval, keepDisclosure } from './store.ts';
import { CLAIM_SAYS, NEEDS_GENERAL, NO_SUCH_PART, NOT_TO_WITHHOLD, OWN_APPROVAL } from './words.ts';

async function keptOf(tx: Tx, caseId: string, part: string): Promise<KeptDisclosure | undefined> {
  return (await disclosuresOf(tx.sql, caseId)).find((each) => each.part === part);
}

function refuseUnfitDecision(text: WrittenText, { part, disclosure, general }: PartDecision): void {
  if (text.claim) {
    if (text.claim.disclosure !== disclosure || general) throw invalidField('disclosure', CLAIM_SAYS);
    return;
  }
  if (disclosure === 'withhold' && !mayBeWithheld(part)) throw invalidField('disclosure', NOT_TO_WITHHOLD);
  if (disclosure === 'generalise' && !general) throw invalidField('general', NEEDS_GENERAL);
}

/** Decides how a text of a case is disclosed, and why; of a claim only why, for the case says how. */
export async function decideDisclosure(
  ctx: Context,
  caseId: string,
  decision: PartDecision,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  const { part, disclosure, general, reason, seen } = decision;
  return inTransaction(ctx, async (tx) => {
    await lockEditions(tx.sql, ctx.orgId, caseId);
    const stored = await findCase(tx.sql, caseId);
    if (!stored) throw new Fault('not-found');
    const text = textsOf(stored.document).find((each) => partOf(each) === part);
    if (!text) throw invalidField('part', NO_SUCH_PART);
    refuseUnfitDecision(text, decision);
    const before = await keptOf(tx, caseId, part);
    if ((before?.version ?? 0) !== seen) throw new Fault('conflict');
    const version = seen + 1;
    await keepDisclosure(tx.sql, ctx.orgId, caseId, {
      part,
      version,
      disclosure,
      general: disclosure === 'generalise' ? (general ?? null) : null,
      reason,
      mark: markOf(text),
      by: byOf(ctx.actor),
      at: ctx.now,
    });
    record(tx, 'survey.disclosure-decided', { body: { caseId, disclosure } });
    return { version };
  });
}

/** A second person approves; whoever approves their own decision says why. */
export async function approveDisclosure(
  ctx: Context,
  caseId: string,
  { part, seen, reason }: PartApproval,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockEditions(tx.sql, ctx.orgId, caseId);
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    const before = await keptOf(tx, caseId, part);
    if (!before) throw new Fault('not-found');
    if (before.version !== seen || before.approvedBy !== null) throw new Fault('conflict');
    const own = await didItThemselves(tx.sql, ctx.actor, before.by);
    if (own && reason === '') throw invalidField('reason', OWN_APPROVAL);
    const version = seen + 1;
    await keepApproval(tx.sql, caseId, { part, reason, version }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.disclosure-approved', { body: { caseId, own } });
    return { version };
  });
}
