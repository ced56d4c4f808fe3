import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';
import { contracts } from './contract.ts';
import { invitationsOf, listPeople } from './index.ts';
import { NEVER_INVITED, standingOf } from './rules.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/people': async (ctx, { query }) => {
    permit(ctx, 'person.read');
    const people = await reading(ctx, async (trx) => {
      const listed = await listPeople(trx, query);
      const invitations = await invitationsOf(
        trx,
        listed.map(({ id }) => id),
      );
      return listed.map((person) => {
        const known = invitations.get(person.id) ?? NEVER_INVITED;
        return {
          ...person,
          standing: standingOf(known, ctx.now),
          invitedUntil: known.invitedUntil?.toString() ?? null,
        };
      });
    });
    return { people, next: people.length === query.limit ? (people.at(-1)?.id ?? null) : null };
  },
  'POST /api/prepare/people': (ctx, { body }) => addPerson(ctx, body),
  'PUT /api/prepare/people/:id': async (ctx, { params, body }) => {
    await changePerson(ctx, params.id, body);
    return {};
  },
});
