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

const SINCE = { ja: '今の担当が担った時刻', en: 'its holder took it' };
const NOT_HELD = { ja: 'この役割はまだだれも担っていません', en: 'Nobody holds this role yet' };

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
        detail: { ja: '引き継ぎを頼めるのは本人か指揮者です', en: 'Its holder or a commander hands it over' },
      });
    refuseBefore(ctx, { at: held.since }, SINCE);
    await inIncident(tx.sql, incidentId, [toId], 'toId');
    if (toId === held.personId)
      throw invalidField('toId', { ja: '引き継ぐ相手を選んでください', en: 'Choose who takes it over' });
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
        detail: { ja: '頼まれた本人だけが引き継げます', en: 'Only who was asked can take it over' },
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
