import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { listLines } from '../../ledger/list-lines.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { addEntry } from './add-entry.ts';
import { amendEntry } from './amend-entry.ts';
import { contracts } from './contract.ts';
import { disputeEntry, readFacts, settleDispute } from './dispute-entry.ts';
import { judgeEntry } from './judge-entry.ts';
import { readTimes } from './read-times.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/timeline': async (ctx, { params, query }) => {
    permit(ctx, 'incident.read');
    const incident = await reading(ctx, (trx) => findIncident(trx, params.id));
    if (!incident) throw new Fault('not-found');
    return listLines(ctx, { ...query, incidentId: params.id });
  },
  'POST /api/respond/incidents/:id/timeline': async (ctx, { params, body }) => {
    await addEntry(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/timeline/:seq/correct': async (ctx, { params, body }) => {
    await amendEntry(ctx, params.id, params.seq, 'correct', body);
    return {};
  },
  'POST /api/respond/incidents/:id/timeline/:seq/annotate': async (ctx, { params, body }) => {
    await amendEntry(ctx, params.id, params.seq, 'annotate', body);
    return {};
  },
  'POST /api/respond/incidents/:id/timeline/:seq/judge': async (ctx, { params, body }) => {
    await judgeEntry(ctx, params.id, params.seq, body.outcome);
    return {};
  },
  'POST /api/respond/incidents/:id/timeline/:seq/dispute': async (ctx, { params, body }) => {
    await disputeEntry(ctx, params.id, params.seq, body);
    return {};
  },
  'POST /api/respond/incidents/:id/timeline/:seq/settle': async (ctx, { params, body }) => {
    await settleDispute(ctx, params.id, params.seq, body);
    return {};
  },
  'GET /api/respond/incidents/:id/facts': (ctx, { params }) => readFacts(ctx, params.id),
  'GET /api/respond/incidents/:id/times': (ctx, { params }) => readTimes(ctx, params.id),
});
