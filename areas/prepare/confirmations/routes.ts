import { serve } from '../../route.ts';
import { askSheet } from './ask-sheet.ts';
import { contracts } from './contract.ts';

export const routes = serve(contracts, {
  'POST /api/prepare/parties/:party/sheet': async (ctx, { params, body }) => {
    await askSheet(ctx, params.party, body.language);
    return {};
  },
});
