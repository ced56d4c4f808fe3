import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { toldOfEvent } from '../intake/index.ts';
import { aboutOf, HEARING_MAIL } from './addressing.ts';
import type { Attendee, HearingChange, NewHearing } from './schema.ts';
import { insertHearing, lockHearing, type StoredHearing, setHearing, updateHearing } from './store.ts';
import { NO_SUCH_EVENT, NOT_PLANNED } from './words.ts';

/** One mail each to whoever left an address; put again for the same version, it is the same mail. */
async function tell(
  tx: Tx,
  hearing: { readonly id: string; readonly version: number },
  kind: 'invite' | 'cancel',
  attendees: readonly Attendee[],
): Promise<void> {
  const about = aboutOf(hearing.id, hearing.version);
  await putMessages(
    tx,
    HEARING_MAIL,
    attendees
      .filter(({ email }) => email !== '')
      .map(({ name, role, email }) => ({
        about,
        kind,
        name: name || role,
        address: email,
        language: tx.ctx.language,
        channel: 'email',
        once: `${about} ${kind} ${email}`,
      })),
  );
}

/** Plans a hearing of an event and invites whoever has an address. */
export async function planHearing(ctx: Context, hearing: NewHearing): Promise<{ id: string }> {
  permit(ctx, 'survey.manage');
  const id = ctx.newId();
  return inTransaction(ctx, async (tx) => {
    if ((await toldOfEvent(tx.sql, hearing.eventId)).length === 0)
      throw invalidField('eventId', NO_SUCH_EVENT);
    await insertHearing(tx.sql, ctx.orgId, id, hearing, byOf(ctx.actor), ctx.now);
    await tell(tx, { id, version: 1 }, 'invite', hearing.attendees);
    record(tx, 'survey.hearing-planned', { body: { hearingId: id, version: 1 } });
    return { id };
  });
}

async function planned(tx: Tx, id: string): Promise<StoredHearing> {
  const hearing = await lockHearing(tx.sql, id);
  if (!hearing) throw new Fault('not-found');
  if (hearing.state !== 'planned') throw new Fault('conflict', { detail: NOT_PLANNED });
  return hearing;
}

/** Moves a hearing, or changes who comes: whoever still comes is invited anew, whoever does not is told so. */
export async function changeHearing(
  ctx: Context,
  id: string,
  { version: seen, ...change }: HearingChange,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const before = await planned(tx, id);
    if (before.version !== seen) throw new Fault('conflict');
    const version = seen + 1;
    await updateHearing(tx.sql, id, version, change, ctx.now);
    const kept = new Set(change.attendees.map(({ email }) => email));
    await tell(tx, { id, version }, 'invite', change.attendees);
    await tell(
      tx,
      { id, version },
      'cancel',
      before.attendees.filter(({ email }) => !kept.has(email)),
    );
    record(tx, 'survey.hearing-planned', { body: { hearingId: id, version } });
    return { version };
  });
}

export async function cancelHearing(ctx: Context, id: string, reason: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const hearing = await planned(tx, id);
    await setHearing(tx.sql, id, { state: 'cancelled', cancelled_reason: reason }, ctx.now);
    await tell(tx, hearing, 'cancel', hearing.attendees);
    record(tx, 'survey.hearing-turned', { body: { hearingId: id, state: 'cancelled' } });
  });
}
