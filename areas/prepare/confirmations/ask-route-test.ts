import { channelOfRoute } from '../../../channels/registry.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { quietOf, routesOf } from '../contact-routes/index.ts';
import { mayLeaveAt } from '../contact-routes/rules.ts';
import { findPerson } from '../contacts/index.ts';
import { readOrganisation } from '../parties/index.ts';
import { askWithin } from './ask.ts';

/**
 * Sends a message to one route that must be answered by its link. No page: it waits for the end of quiet hours.
 * @returns when it leaves
 */
export async function askRouteTest(
  ctx: Context,
  personId: string,
  routeId: string,
): Promise<{ sendAt: string }> {
  permit(ctx, 'person.read');
  if (ctx.actor.personId !== personId) permit(ctx, 'person.manage');
  if (ctx.actor.outside) throw new Fault('forbidden');
  return inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.sql, personId);
    const route = (await routesOf(tx.sql, [personId])).find(({ id }) => id === routeId);
    if (!person || !route) throw new Fault('not-found');
    // A link cannot be followed on the telephone.
    const channel = channelOfRoute(route.kind);
    if (!channel?.route.opensLinks)
      throw new Fault('conflict', {
        detail: {
          ja: 'この連絡手段には送信できません。電話などで確認し、「応答を確認」で記録してください',
          en: 'Cannot send through this route. Phone it, then mark it as answered',
        },
      });
    const zone = (await readOrganisation(tx.sql))?.timeZone ?? 'UTC';
    const sendAt = mayLeaveAt('other', await quietOf(tx.sql, personId), ctx.now, zone);
    const confirmationId = await askWithin(
      tx,
      {
        kind: 'route',
        personId,
        subject: routeId,
        digest: route.address,
        name: person.name,
        address: route.address,
        channel: channel.id,
        language: person.language,
      },
      sendAt,
    );
    record(tx, 'confirmation.asked', { body: { confirmationId, kind: 'route', personId } });
    return { sendAt: sendAt.toString() };
  });
}
