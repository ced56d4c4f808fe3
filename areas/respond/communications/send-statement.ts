import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { isAfterwards, isOvertaken, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer, setTimeOut } from '../../enqueue.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockRunning } from '../incidents/index.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { outletsNow } from './outlets-now.ts';
import { APPROVALS_NEEDED, standingApprovals, withheldIn } from './rules.ts';
import { STATUS_OUTLET } from './schema.ts';
import {
  approvalsOf,
  findStatement,
  lockStatement,
  markSent,
  publishNames,
  type StoredStatement,
  statementsOf,
  withheldOf,
} from './store.ts';
import { withheldFault } from './withheld-fault.ts';

const publishedNow = () =>
  invalidField('happened', {
    ja: '状況ページには現在の時刻で掲載されます。時刻の指定を削除するか、実際の発信手段を選択してください',
    en: 'The status page shows it as of now. Remove the time, or choose the outlet it was actually sent by',
  });

/**
 * Sends a statement, once: when two people approved its exact text, it says nothing that is withheld from its audience,
 * and its outlet works. That it was stopped stands in the record; what it said does not.
 */
export async function sendStatement(
  ctx: Context,
  id: string,
  { nextUpdateMinutes }: { readonly nextUpdateMinutes: number | null },
): Promise<void> {
  permit(ctx, 'statement.write');
  const stopped = await inTransaction(ctx, async (tx) => {
    const known = await findStatement(tx.sql, id);
    if (!known) throw new Fault('not-found');
    // Closing and withholding wait for this, and this for them.
    await lockRunning(tx.sql, known.incidentId);
    const statement = await lockStatement(tx.sql, id);
    if (!statement) throw new Fault('not-found');
    if (statement.state !== 'draft')
      throw new Fault('conflict', { detail: { ja: '発表済みです', en: 'Already published' } });
    const { incidentId, number, audience, kind, outlet, text, services } = statement;
    const outlets = await outletsNow(tx.ctx, tx.sql, incidentId);
    // Whoever the outlet reaches reads it, whoever it was written for.
    const reached = new Set([audience, ...(outlets.find(({ key }) => key === outlet)?.audiences ?? [])]);
    const items = await withheldOf(tx.sql, incidentId);
    // Services are said by their names.
    const named = await assetNames(
      tx.sql,
      services.map(({ service }) => service),
    );
    const said = [text, ...named.values()].join('\n');
    const found = [...reached].flatMap((each) => withheldIn(said, each, items));
    if (found.length > 0) {
      record(tx, 'statement.refused', {
        incidentId,
        body: { statementId: id, number, audience, withheld: found.length },
      });
      return found;
    }
    await mayLeave(tx, statement, outlets);
    const incident = await findIncident(tx.sql, incidentId);
    if (outlet === STATUS_OUTLET && incident?.restricted)
      throw invalidField('outlet', {
        ja: '閲覧限定のインシデントは状況ページに掲載できません。閲覧限定を解除するか、別の発信手段を選択してください',
        en: 'A restricted incident cannot be shown on the status page. Remove the restriction, or choose another outlet',
      });
    if (outlet === STATUS_OUTLET && ctx.happened) throw publishedNow();
    const { at } = whenOf(ctx);
    const nextUpdateAt = nextUpdateMinutes === null ? null : at.add({ minutes: nextUpdateMinutes });
    const later = (await statementsOf(tx.sql, incidentId)).some(
      (other) => other.audience === audience && isOvertaken(ctx, other.sentAt),
    );
    if (outlet === STATUS_OUTLET) await publishNames(tx.sql, ctx.orgId, named);
    await markSent(tx.sql, id, { by: byOf(ctx.actor), nextUpdateAt }, at);
    // A promise made to this audience before is kept, or replaced, by this.
    const key = `${incidentId} ${audience}`;
    if (!later) {
      await cancelTimer(tx, 'miss-update', key);
      await endMatter(tx, incidentId, matterOf.update(audience));
      if (nextUpdateAt) await setTimeOut(tx, 'miss-update', key, { statementId: id }, { at: nextUpdateAt });
    }
    record(tx, 'statement.sent', {
      incidentId,
      body: {
        statementId: id,
        number,
        audience,
        kind,
        outlet,
        text,
        ...(services.length > 0 && { services }),
      },
    });
    return [];
  });
  if (stopped.length > 0)
    throw withheldFault(stopped, 'text', { ja: 'この発信先に', en: ' from this audience' });
}

async function mayLeave(
  tx: Tx,
  { id, audience, outlet, text }: StoredStatement,
  outlets: Awaited<ReturnType<typeof outletsNow>>,
): Promise<void> {
  const approvals = standingApprovals(text, await approvalsOf(tx.sql, [id]));
  if (approvals.length < APPROVALS_NEEDED)
    throw new Fault('conflict', {
      detail: {
        ja: `この文面には${APPROVALS_NEEDED}人の承認が必要です（現在${approvals.length}人）`,
        en: `This text needs ${APPROVALS_NEEDED} approvals. It has ${approvals.length}`,
      },
    });
  const wanted = outlets.find(({ key }) => key === outlet);
  // What was down when it went out nobody knows afterwards, and it did go out.
  if (wanted?.audiences.includes(audience) && (wanted.down.length === 0 || isAfterwards(tx.ctx))) return;
  const others = outlets
    .filter(({ audiences, down }) => audiences.includes(audience) && down.length === 0)
    .map(({ name }) => name);
  throw invalidField('outlet', {
    ja: `この発信手段は使用できません（停止中のシステムに依存しているか、この発信先に対応していません）。使用できる発信手段：${others.join('、') || 'なし'}`,
    en: `This outlet depends on a failed system or does not reach that audience. Available: ${others.join(', ') || 'none'}`,
  });
}
