import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { addUnit } from './add-unit.ts';
import { changeOrganisation } from './change-organisation.ts';
import { contracts } from './contract.ts';
import { readOrganisation, unitTree } from './index.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/organisation': async (ctx) => {
    permit(ctx, 'organisation.read');
    const found = await reading(ctx, readOrganisation);
    if (!found) throw new Fault('not-found');
    return found;
  },
  'PUT /api/prepare/organisation': async (ctx, { body }) => {
    await changeOrganisation(ctx, body);
    return {};
  },
  'GET /api/prepare/units': async (ctx) => {
    permit(ctx, 'organisation.read');
    return { units: await reading(ctx, unitTree) };
  },
  'POST /api/prepare/units': (ctx, { body }) => addUnit(ctx, body),
});
