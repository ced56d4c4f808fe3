import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { serve } from '../../route.ts';
import { changeIncident } from './change-incident.ts';
import { contracts } from './contract.ts';
import { markSystem } from './mark-system.ts';
import { rateIncident, ratingOf } from './rate-incident.ts';
import { reclassifyIncident } from './reclassify-incident.ts';
import { shareIncident } from './share-incident.ts';
import { findIncident, linksOf, listIncidents, mergedIntoOf, sharedWith, systemsOf } from './store.ts';

const seen = async (ctx: Context, id: string) => {
  permit(ctx, 'incident.read');
  const found = await reading(ctx, (trx) => findIncident(trx, id));
  if (!found) throw new Fault('not-found');
  return found;
};

export const routes = serve(contracts, {
  'GET /api/respond/incidents': async (ctx, { query }) => {
    permit(ctx, 'incident.read');
    const incidents = await reading(ctx, (trx) => listIncidents(trx, query));
    return {
      incidents,
      next: incidents.length === query.limit ? (incidents.at(-1)?.number ?? null) : null,
    };
  },
  'GET /api/respond/incidents/:id': async (ctx, { params }) => {
    const incident = await seen(ctx, params.id);
    return reading(ctx, async (trx) => ({
      ...incident,
      rating: await ratingOf(trx, params.id),
      mergedInto: (await mergedIntoOf(trx, params.id)) ?? null,
    }));
  },
  'PUT /api/respond/incidents/:id': async (ctx, { params, body }) => {
    await changeIncident(ctx, params.id, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/rating': async (ctx, { params, body }) => {
    await rateIncident(ctx, params.id, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/situation': async (ctx, { params, body }) => {
    await reclassifyIncident(ctx, params.id, body);
    return {};
  },
  'GET /api/respond/incidents/:id/links': async (ctx, { params }) => {
    await seen(ctx, params.id);
    return { links: await reading(ctx, (trx) => linksOf(trx, params.id)) };
  },
  'GET /api/respond/incidents/:id/systems': async (ctx, { params }) => {
    await seen(ctx, params.id);
    return reading(ctx, async (trx) => {
      const systems = await systemsOf(trx, params.id);
      const names = await assetNames(
        trx,
        systems.map(({ asset }) => asset),
      );
      return {
        systems: systems.map((each) => ({
          ...each,
          name: names.get(each.asset) ?? each.asset,
          changedAt: each.changedAt.toString(),
        })),
      };
    });
  },
  'PUT /api/respond/incidents/:id/systems': async (ctx, { params, body }) => {
    await markSystem(ctx, params.id, body);
    return {};
  },
  'GET /api/respond/incidents/:id/shares': async (ctx, { params }) => {
    permit(ctx, 'incident.share');
    await seen(ctx, params.id);
    const people = await reading(ctx, async (trx) => findPeople(trx, await sharedWith(trx, params.id)));
    return { people: people.map(({ id, name }) => ({ id, name })) };
  },
  'POST /api/respond/incidents/:id/shares': async (ctx, { params, body }) => {
    await shareIncident(ctx, params.id, body.personId, true);
    return {};
  },
  'DELETE /api/respond/incidents/:id/shares/:personId': async (ctx, { params }) => {
    await shareIncident(ctx, params.id, params.personId, false);
    return {};
  },
});
