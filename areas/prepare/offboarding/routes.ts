import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { removePerson } from './remove-person.ts';

export const routes = serve(contracts, {
  'DELETE /api/prepare/people/:id': (ctx, { params }) => removePerson(ctx, params.id),
});
