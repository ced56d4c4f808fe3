import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { listSources } from '../../detect/sources/index.ts';
import { routesOf } from '../../prepare/contact-routes/index.ts';
import { listPeople } from '../../prepare/contacts/index.ts';
import { whoIsOn } from '../../prepare/rosters/index.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { FIRST_STEPS, type FirstStep, type firstStepsView } from './schema.ts';

const LOOKED_AT = 100;

/** What a new organisation has done of what makes a page arrive; each step is told by what is there, not by a tick. */
export async function readFirstSteps(ctx: Context): Promise<z.input<typeof firstStepsView>> {
  permit(ctx, 'organisation.manage');
  return reading(ctx, async (trx) => {
    const people = await listPeople(trx, { limit: LOOKED_AT });
    const routes = await routesOf(
      trx,
      people.map(({ id }) => id),
    );
    const done: Record<FirstStep, boolean> = {
      mail: (await channelsConfigured(trx)).has('email'),
      // One who sets up everything is on call alone; a second makes it a team.
      people: people.length > 1,
      duty: (await whoIsOn(trx)).length > 0,
      source: (await listSources(trx, { limit: 1 })).length > 0,
      route: routes.some(({ verifiedAt }) => verifiedAt !== null),
    };
    return { steps: FIRST_STEPS.map((step) => ({ step, done: done[step] })) };
  });
}
