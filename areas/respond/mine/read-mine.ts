import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { waitingForApproval } from '../communications/index.ts';
import { unreadBriefs } from '../headquarters/index.ts';
import { findIncident } from '../incidents/index.ts';
import { marked } from '../incidents/words.ts';
import { offersTo } from '../roles/index.ts';
import { openTasksOfPerson } from '../tasks/index.ts';
import { mentionsOf } from './mentions-of.ts';
import type { mineView } from './schema.ts';

const SHORT = 80;

/** So long somebody who was named is reminded of it. */
const REMINDED = { hours: 24 } as const;

/** Tasks, hand-overs, briefs, mentions and approvals that wait for the caller. */
export async function readMine(ctx: Context): Promise<z.input<typeof mineView>> {
  permit(ctx, 'room.read');
  const { personId } = ctx.actor;
  if (personId === undefined) return { tasks: [], handOvers: [], briefs: [], mentions: [], approvals: [] };
  return reading(ctx, async (trx) => {
    const tasks = await openTasksOfPerson(trx, personId);
    const handOvers = await offersTo(trx, personId);
    const briefs = await unreadBriefs(trx, personId);
    const mentions = await mentionsOf(trx, personId, ctx.now.subtract(REMINDED));
    const approvals = ctx.actor.permissions.has('statement.approve')
      ? await waitingForApproval(trx, personId)
      : [];
    const titles = new Map<string, string>();
    for (const { incidentId } of [...tasks, ...handOvers, ...briefs, ...mentions, ...approvals]) {
      if (titles.has(incidentId)) continue;
      const incident = await findIncident(trx, incidentId);
      // What is over waits for nobody.
      if (incident && incident.state !== 'closed')
        titles.set(incidentId, marked(incident.drill, `#${incident.number} ${incident.title}`));
    }
    const running = <T extends { readonly incidentId: string }>(each: T): (T & { incident: string })[] => {
      const incident = titles.get(each.incidentId);
      return incident === undefined ? [] : [{ ...each, incident }];
    };
    return {
      tasks: tasks
        .flatMap(running)
        .map(({ dueAt, ...task }) => ({ ...task, dueAt: dueAt?.toString() ?? null })),
      handOvers: handOvers.flatMap(running),
      briefs: briefs.flatMap(running),
      mentions: mentions
        .flatMap(running)
        .map(({ text, at, ...rest }) => ({ ...rest, text: shorten(text, SHORT), at: at.toString() })),
      approvals: approvals
        .flatMap(running)
        .map(({ text, ...rest }) => ({ ...rest, text: shorten(text, SHORT) })),
    };
  });
}
