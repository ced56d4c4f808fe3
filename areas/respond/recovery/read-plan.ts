import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { keysThatStop, recoveryOfAll } from '../../prepare/assets/index.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { linkUrl } from '../../sending/links/index.ts';
import { failedOf, findIncident } from '../incidents/index.ts';
import { timesOf } from '../timeline/rules.ts';
import { containmentOf, TECHNICIAN_LINK } from './rules.ts';
import type { recoveryPlanView } from './schema.ts';
import { answersOf, causeOf, checksOf, linksOf, strategiesOf } from './store.ts';

/** What is decided about recovering: order with owners' answers, ways, growth, reason, pages for technicians. */
export async function readRecoveryPlan(
  ctx: Context,
  incidentId: string,
): Promise<z.input<typeof recoveryPlanView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const checks = await checksOf(trx, incidentId);
    const strategies = await strategiesOf(trx, incidentId);
    const answers = await answersOf(trx, incidentId);
    const contained = timesOf(await linesOfIncident(trx, incidentId)).contained?.at;
    const stopped = await keysThatStop(trx, ctx.orgId, await failedOf(trx, incidentId));
    const order = (await recoveryOfAll(trx, ctx.orgId)).filter(({ key }) => stopped.has(key));
    const names = await namesBehind(
      trx,
      [...checks, ...strategies, ...answers].map(({ by }) => by),
      ctx.language,
    );
    const name = (id: string): string => names[id] ?? '?';
    return {
      growth: checks.map(({ at, by, ...check }) => ({ ...check, by: name(by), at: at.toString() })),
      containment: containmentOf(contained, checks),
      strategies: strategies.map(({ by, at, ...each }) => ({ ...each, by: name(by), at: at.toString() })),
      order: order.map(({ key, name: called, impact, rtoMinutes, becauseName, needsOwner }, i) => {
        const answer = answers.find(({ asset }) => asset === key);
        return {
          key,
          name: called,
          rank: i + 1,
          impact,
          rtoMinutes,
          becauseName,
          needsOwner,
          answer: answer
            ? {
                agreed: answer.agreed,
                note: answer.note,
                by: name(answer.by),
                asOwner: answer.asOwner,
                at: answer.at.toString(),
              }
            : null,
        };
      }),
      cause: (await causeOf(trx, incidentId)) ?? null,
      pages: ctx.actor.permissions.has('room.write')
        ? (await linksOf(trx, incidentId, ctx.now)).map(({ id, name: called, until }) => ({
            id,
            name: called,
            url: linkUrl(ctx.instance, TECHNICIAN_LINK, id),
            until: until.toString(),
          }))
        : [],
    };
  });
}
