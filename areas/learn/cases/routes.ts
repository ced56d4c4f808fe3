import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { figureSoFar } from './figure-so-far.ts';
import { findingsWithHistory } from './findings-with-history.ts';
import { listUnsaid } from './list-unsaid.ts';
import { listVersions } from './list-versions.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { restoreCase } from './restore-case.ts';
import { reviseCase } from './revise-case.ts';
import { showChanges } from './show-changes.ts';
import { showFigure } from './show-figure.ts';
import { caseOfIncident, findCase, listCases } from './store.ts';
import { turnCase } from './turn-case.ts';
import { wroteThemselves } from './turns.ts';

export const routes = serve(contracts, {
  'GET /api/learn/incidents/:id/figure': (ctx, { params }) => figureSoFar(ctx, params.id),
  'GET /api/learn/incidents/:id/case': async (ctx, { params }) => {
    permit(ctx, 'case.read');
    const id = await reading(ctx, (trx) => caseOfIncident(trx, params.id));
    return { case: id === undefined ? null : { id } };
  },
  'GET /api/learn/cases': async (ctx, { query }) => {
    permit(ctx, 'case.read');
    return reading(ctx, (trx) => listCases(trx, query));
  },
  'GET /api/learn/cases/:id': async (ctx, { params }) => {
    permit(ctx, 'case.read');
    const { stored, findings, own } = await reading(ctx, async (trx) => {
      const found = await findCase(trx, params.id);
      if (!found) throw new Fault('not-found');
      return {
        stored: found,
        findings: await findingsWithHistory(trx, found),
        own: await wroteThemselves(trx, ctx.actor, params.id),
      };
    });
    const { document, changedAt, id, state, version, incidentId } = stored;
    return {
      id,
      state,
      version,
      incidentId,
      changedAt: changedAt.toString(),
      document: { ...document, state },
      findings: findings.map((finding) => ({ ...finding })),
      own,
    };
  },
  'GET /api/learn/cases/:id/figure': async (ctx, { params, query }) => ({
    sheets: await showFigure(ctx, params.id, query.language),
  }),
  'GET /api/learn/cases/:id/versions': (ctx, { params }) => listVersions(ctx, params.id),
  'GET /api/learn/cases/:id/versions/:version': async (ctx, { params }) => ({
    differences: await showChanges(ctx, params.id, params.version),
  }),
  'POST /api/learn/cases/:id/restore': (ctx, { params, body }) => restoreCase(ctx, params.id, body),
  'GET /api/learn/cases/:id/unsaid': async (ctx, { params }) => ({
    claims: await listUnsaid(ctx, params.id),
  }),
  'POST /api/learn/cases': (ctx, { body }) => openCase(ctx, readCase(body.text)),
  'PUT /api/learn/cases/:id': (ctx, { params, body }) => reviseCase(ctx, params.id, body),
  'POST /api/learn/cases/:id/turn': async (ctx, { params, body }) => {
    await turnCase(ctx, params.id, body.turn, body.version, body.reason);
    return {};
  },
});
