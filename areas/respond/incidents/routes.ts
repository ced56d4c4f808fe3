import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { nextOf } from '../../lists/schema.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { serve } from '../../route.ts';
import { addRule } from '../declare-rules/add-rule.ts';
import { changeRule } from '../declare-rules/change-rule.ts';
import { removeRule } from '../declare-rules/remove-rule.ts';
import { addDetection, attachSignals, detachSignal } from '../detections/gather-detections.ts';
import { declareIncident } from '../lifecycle/declare-incident.ts';
import { linkIncident, unlinkIncident } from '../lifecycle/link-incident.ts';
import { mergeIncident } from '../lifecycle/merge-incident.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { closeIncident, turnIncident } from '../lifecycle/turn-incident.ts';
import { changeIncident } from './change-incident.ts';
import { contracts } from './contract.ts';
import { markSystem } from './mark-system.ts';
import { rateIncident, ratingOf } from './rate-incident.ts';
import { reclassifyIncident } from './reclassify-incident.ts';
import { shareIncident } from './share-incident.ts';
import {
  findIncident,
  linkedSignals,
  linksOf,
  listIncidents,
  mergedIntoOf,
  pageOfRules,
  sharedWith,
  systemsOf,
} from './store.ts';

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
  'POST /api/respond/incidents': (ctx, { body }) => declareIncident(ctx, body),
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
  'POST /api/respond/incidents/:id/resolve': async (ctx, { params, body }) => {
    await turnIncident(ctx, params.id, 'resolve', body);
    return {};
  },
  'POST /api/respond/incidents/:id/reopen': async (ctx, { params, body }) => {
    await turnIncident(ctx, params.id, 'reopen', body);
    return {};
  },
  'POST /api/respond/incidents/:id/close': async (ctx, { params, body }) => {
    await closeIncident(ctx, params.id, body);
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
  'PUT /api/respond/incidents/:id/restriction': async (ctx, { params, body }) => {
    await restrictIncident(ctx, params.id, body.restricted);
    return {};
  },
  'GET /api/respond/incidents/:id/links': async (ctx, { params }) => {
    await seen(ctx, params.id);
    return { links: await reading(ctx, (trx) => linksOf(trx, params.id)) };
  },
  'POST /api/respond/incidents/:id/links': async (ctx, { params, body }) => {
    await linkIncident(ctx, params.id, body);
    return {};
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
  'GET /api/respond/incidents/:id/signals': async (ctx, { params, query }) => {
    await seen(ctx, params.id);
    return reading(ctx, async (trx) => {
      const ids = await linkedSignals(trx, params.id, query.after, query.limit);
      const signals = await findSignals(trx, ids);
      return { signals, next: ids.length === query.limit ? (ids.at(-1) ?? null) : null };
    });
  },
  'POST /api/respond/incidents/:id/signals': (ctx, { params, body }) =>
    attachSignals(ctx, params.id, body.signalIds),
  'DELETE /api/respond/incidents/:id/signals/:signalId': async (ctx, { params }) => {
    await detachSignal(ctx, params.id, params.signalId);
    return {};
  },
  'POST /api/respond/incidents/:id/detections': async (ctx, { params, body }) => {
    await addDetection(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/merge': async (ctx, { params, body }) => {
    await mergeIncident(ctx, params.id, body.intoId);
    return {};
  },
  'DELETE /api/respond/incidents/:id/links/:otherId': async (ctx, { params }) => {
    await unlinkIncident(ctx, params.id, params.otherId);
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
  'GET /api/respond/rules': async (ctx, { query }) => {
    permit(ctx, 'rule.read');
    const rules = await reading(ctx, (trx) => pageOfRules(trx, query));
    return { rules, next: nextOf(rules, query.limit) };
  },
  'POST /api/respond/rules': (ctx, { body }) => addRule(ctx, body),
  'PUT /api/respond/rules/:id': async (ctx, { params, body }) => {
    await changeRule(ctx, params.id, body);
    return {};
  },
  'DELETE /api/respond/rules/:id': async (ctx, { params }) => {
    await removeRule(ctx, params.id);
    return {};
  },
});
