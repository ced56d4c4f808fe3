import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { sameServices } from './rules.ts';
import { type NewStatement, newStatement, type SaidOfService } from './schema.ts';
import {
  dropApprovals,
  insertStatement,
  lockStatement,
  markWithdrawn,
  putApproval,
  setWords,
} from './store.ts';

const SENT = { ja: '発表済みです', en: 'Already published' };

/** @throws Fault `invalid` where the outlet does not speak to that audience */
async function outletFor(
  tx: Tx,
  key: string,
  audience: NewStatement['audience'],
  services: readonly SaidOfService[],
): Promise<void> {
  const outlet = (await readRegister(tx.sql, OUTLETS)).find((each) => each.key === key);
  if (!outlet?.entry.audiences.includes(audience))
    throw invalidField('outlet', {
      ja: 'この発信先に対応していない発信手段です',
      en: 'This outlet does not reach that audience',
    });
  const shown = outlet.entry.services;
  const strange = services.find(({ service }) => !shown.includes(service));
  if (strange)
    throw invalidField('services', {
      ja: `「${strange.service}」は、この発信手段で状態を公開するサービスに含まれていません`,
      en: `“${strange.service}” is not among the services this outlet shows`,
    });
  if (new Set(services.map(({ service }) => service)).size < services.length)
    throw invalidField('services', {
      ja: '同じサービスを複数回指定しています',
      en: 'A service is named more than once',
    });
}

/** Drafts a statement for one audience. */
export async function draftStatement(
  ctx: Context,
  incidentId: string,
  given: NewStatement,
): Promise<{ id: string }> {
  permit(ctx, 'statement.write');
  const wanted = newStatement.parse(given);
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    await outletFor(tx, wanted.outlet, wanted.audience, wanted.services);
    const id = ctx.newId();
    const number = await insertStatement(tx.sql, ctx.orgId, {
      ...wanted,
      id,
      incidentId,
      writtenBy: byOf(ctx.actor),
    });
    const { audience, kind } = wanted;
    record(tx, 'statement.drafted', { incidentId, body: { statementId: id, number, audience, kind } });
    return { id };
  });
}

/** Changes a draft. What was approved was the text before: approvals of it no longer count. */
export async function reviseStatement(
  ctx: Context,
  id: string,
  set: { readonly text: string; readonly outlet: string; readonly services?: SaidOfService[] | undefined },
): Promise<void> {
  permit(ctx, 'statement.write');
  await inTransaction(ctx, async (tx) => {
    const statement = await lockStatement(tx.sql, id);
    if (!statement) throw new Fault('not-found');
    if (statement.state !== 'draft') throw new Fault('conflict', { detail: SENT });
    const services = set.services ?? statement.services;
    await outletFor(tx, set.outlet, statement.audience, services);
    await setWords(tx.sql, id, { ...set, services });
    // What was approved was this text by this outlet, and what it says of services.
    if (
      set.text !== statement.text ||
      set.outlet !== statement.outlet ||
      !sameServices(services, statement.services)
    )
      await dropApprovals(tx.sql, id);
    const { incidentId, number, audience, kind } = statement;
    record(tx, 'statement.drafted', { incidentId, body: { statementId: id, number, audience, kind } });
  });
}

/**
 * Approves the exact text that was read.
 * @throws Fault `conflict` when it reads otherwise by now
 */
export async function approveStatement(
  ctx: Context,
  id: string,
  {
    text,
    outlet,
    services = [],
  }: { readonly text: string; readonly outlet: string; readonly services?: readonly SaidOfService[] },
): Promise<void> {
  permit(ctx, 'statement.approve');
  await inTransaction(ctx, async (tx) => {
    const statement = await lockStatement(tx.sql, id);
    const { personId } = ctx.actor;
    if (!statement || personId === undefined) throw new Fault('not-found');
    if (statement.state !== 'draft') throw new Fault('conflict', { detail: SENT });
    if (statement.text !== text || statement.outlet !== outlet || !sameServices(statement.services, services))
      throw new Fault('conflict', {
        detail: {
          ja: '文面または発信手段が変更されました。内容を再確認してください',
          en: 'The text or outlet has changed. Read it again',
        },
      });
    await putApproval(tx.sql, ctx.orgId, { statementId: id, personId, text }, ctx.now);
    const { incidentId, number, audience, kind } = statement;
    record(tx, 'statement.approved', { incidentId, body: { statementId: id, number, audience, kind } });
  });
}

/** Takes a draft back: nobody is asked to approve it any more. What was sent is not taken back; it is corrected by another. */
export async function withdrawStatement(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'statement.write');
  await inTransaction(ctx, async (tx) => {
    const statement = await lockStatement(tx.sql, id);
    if (!statement) throw new Fault('not-found');
    if (statement.state !== 'draft') throw new Fault('conflict', { detail: SENT });
    await markWithdrawn(tx.sql, id);
    const { incidentId, number, audience } = statement;
    record(tx, 'statement.withdrawn', { incidentId, body: { statementId: id, number, audience } });
  });
}
