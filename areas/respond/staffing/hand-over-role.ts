import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { inIncident, lockRunning } from '../incidents/index.ts';
import { setAttended, setOffer } from '../roles/acts.ts';
import { rolesOf } from '../roles/index.ts';
import type { HandOver } from '../roles/schema.ts';
import { passRole } from './pass-role.ts';

const SINCE = { ja: '現在の担当の割り当て', en: 'the current assignment' };
const NOT_HELD = { ja: 'この役割には担当がいません', en: 'This role is not assigned yet' };

/** Asks somebody to take a role over; until they do, whoever holds it answers for it. */
export async function offerRole(
  ctx: Context,
  incidentId: string,
  { role, toId, note }: HandOver,
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
    if (!held) throw new Fault('conflict', { detail: NOT_HELD });
    if (held.personId !== ctx.actor.personId && !ctx.actor.permissions.has('incident.command'))
      throw new Fault('forbidden', {
        detail: {
          ja: '引き継ぎを依頼できるのは、本人または指揮者です',
          en: 'Only the holder or a commander can hand it over',
        },
      });
    refuseBefore(ctx, { at: held.since }, SINCE);
    await inIncident(tx.sql, incidentId, [toId], 'toId');
    if (toId === held.personId)
      throw invalidField('toId', { ja: '引き継ぐ相手を選択してください', en: 'Choose who to hand over to' });
    await setOffer(tx.sql, incidentId, role, { toId, note });
    record(tx, 'role.offered', {
      incidentId,
      body: { role, name: held.name, fromId: held.personId, toId, note },
    });
  });
}

/** Takes over what was offered: only who was asked can say that they have it now. */
export async function takeRole(ctx: Context, incidentId: string, role: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
    const toId = held?.nextPersonId;
    if (!held || !toId) throw new Fault('conflict', { detail: NOT_HELD });
    if (ctx.actor.personId !== toId)
      throw new Fault('forbidden', {
        detail: {
          ja: '引き継ぎを依頼された本人のみ操作できます',
          en: 'Only the person who was asked can accept it',
        },
      });
    refuseBefore(ctx, { at: held.since }, SINCE);
    await passRole(tx, incidentId, held, toId);
  });
}

/** Says that the holder of a role is there. */
export async function attend(ctx: Context, incidentId: string, role: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
    if (!held) throw new Fault('conflict', { detail: NOT_HELD });
    if (held.personId !== ctx.actor.personId && !ctx.actor.permissions.has('incident.command'))
      throw new Fault('forbidden');
    refuseBefore(ctx, { at: held.since }, SINCE);
    if (!(await setAttended(tx.sql, incidentId, role, whenOf(ctx).at))) return;
    record(tx, 'role.attended', { incidentId, body: { role, name: held.name, personId: held.personId } });
  });
}
