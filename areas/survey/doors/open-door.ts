import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { expireLinks, linkUrl, makeLinks } from '../../sending/links/index.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { reportContent } from '../content/schema.ts';
import { draftWithin } from '../intake/acts.ts';
import { findReport } from '../intake/index.ts';
import { findOperator } from '../operators/index.ts';
import { NOT_LISTED } from '../operators/words.ts';
import { DOOR, DOOR_DAYS, DOOR_LINK } from './rules.ts';
import type { DoorOpened } from './schema.ts';
import { insertDoor, lockDoor, setEnded } from './store.ts';

/** Sends an operator a way in to one report: a new one with what the register knows, or one that is there already. */
export async function openDoor(
  ctx: Context,
  { operatorId, reportId: wanted, name, email, language }: DoorOpened,
): Promise<{ reportId: string; link: string; mailed: boolean }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    if (wanted !== null && (await findReport(tx.sql, wanted)) === undefined)
      throw invalidField('reportId', NOT_LISTED);
    const operator = operatorId === null ? undefined : await findOperator(tx.sql, operatorId);
    if (operatorId !== null && !operator) throw invalidField('operatorId', NOT_LISTED);
    const content = reportContent.parse({
      ...(operator && {
        operator: { name: operator.name },
        ...(operator.sector && { sector: { is: 'value', value: operator.sector } }),
        ...(operator.designated && { designated: { is: 'value', value: operator.designated } }),
      }),
      contacts: [{ name, email }],
    });
    const reportId = wanted ?? (await draftWithin(tx, { content, door: 'link', operatorId }));
    const id = ctx.newId();
    const until = ctx.now.add({ hours: DOOR_DAYS * 24 });
    await insertDoor(tx.sql, ctx.orgId, { id, reportId, name, email, language, openedAt: ctx.now, until });
    await makeLinks(tx, DOOR_LINK, [{ ownerId: id, until }]);
    await putMessages(tx, DOOR, [{ about: id, name, address: email, language, channel: 'email' }]);
    record(tx, 'survey.door-opened', { body: { reportId, doorId: id } });
    const mailed = (await channelsConfigured(tx.sql)).has('email');
    return { reportId, link: linkUrl(ctx.instance, DOOR_LINK, id), mailed };
  });
}

/** The link leads nowhere any more; what was told through it stays. */
export async function closeDoor(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    const door = await lockDoor(tx.sql, id);
    if (!door) throw new Fault('not-found');
    if (door.endedAt !== null) return;
    await setEnded(tx.sql, id, ctx.now);
    await expireLinks(tx.sql, DOOR_LINK, [id], ctx.now);
    record(tx, 'survey.door-closed', { body: { reportId: door.reportId, doorId: id } });
  });
}
