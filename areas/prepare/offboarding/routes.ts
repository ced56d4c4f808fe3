import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { removePerson } from './remove-person.ts';

export const routes = serve(contracts, {
  'DELETE /api/prepare/people/:id': async (ctx, { params }) => {
    await removePerson(ctx, params.id);
    return {};
  },
});
