import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { contracts } from './contract.ts';
import { handEvidence, keepEvidence } from './keep-evidence.ts';
import { openHypothesis, settleHypothesis } from './presume.ts';
import { hypothesesOf } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/investigation': async (ctx, { params }) => {
    permit(ctx, 'room.read');
    return reading(ctx, async (trx) => {
      if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
      const lines = await linesOfIncident(trx, params.id);
      const kept = lines.filter(({ kind }) => kind === 'evidence.kept');
      const names = await namesOf(
        trx,
        kept.map(({ body }) => String(body['custodianId'])),
      );
      return {
        hypotheses: (await hypothesesOf(trx, params.id)).map(({ incidentId: _, ...each }) => ({
          ...each,
          limitAt: each.limitAt?.toString() ?? null,
          timedOutAt: each.timedOutAt?.toString() ?? null,
        })),
        evidence: kept.map(({ seq, at, body }) => ({
          seq,
          at: at.toString(),
          what: String(body['what']),
          place: String(body['place']),
          sha256: String(body['sha256']),
          custodian: names[String(body['custodianId'])] ?? '?',
          handed: lines
            .filter((line) => line.kind === 'evidence.handed-over' && line.corrects === seq)
            .map((line) => ({
              at: line.at.toString(),
              to: String(line.body['to']),
              note: String(line.body['note']),
            })),
        })),
      };
    });
  },
  'POST /api/respond/incidents/:id/hypotheses': (ctx, { params, body }) =>
    openHypothesis(ctx, params.id, body),
  'POST /api/respond/hypotheses/:id/settle': async (ctx, { params, body }) => {
    await settleHypothesis(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/evidence': async (ctx, { params, body }) => {
    await keepEvidence(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/evidence/hand-over': async (ctx, { params, body }) => {
    await handEvidence(ctx, params.id, body);
    return {};
  },
});
