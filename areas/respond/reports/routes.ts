import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { addFollowUp } from './add-follow-up.ts';
import { contracts } from './contract.ts';
import { dropReport } from './drop-report.ts';
import { keepForm, readForm } from './forms/read-form.ts';
import { namedReportsOf } from './in-line.ts';
import { noteOnReport } from './note-on-report.ts';
import { openReports } from './open-reports.ts';
import { owedNow } from './owed-now.ts';
import { ruleOut } from './rule-out.ts';
import { submitReport } from './submit-report.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/reports': async (ctx, { params }) => {
    permit(ctx, 'room.read');
    return reading(ctx, async (trx) => {
      const incident = await findIncident(trx, params.id);
      if (!incident) throw new Fault('not-found');
      const reports = await namedReportsOf(trx, params.id);
      return {
        owed: await owedNow(trx, incident),
        reports: reports.map(
          ({
            incidentId: _,
            form: _form,
            answers: _answers,
            filled: _filled,
            clock: _clock,
            remindedAt: _remindedAt,
            wrongful: _wrongful,
            ...report
          }) => ({
            ...report,
            startsAt: report.startsAt.toString(),
            dueAt: report.dueAt?.toString() ?? null,
            submittedAt: report.submittedAt?.toString() ?? null,
            overdue:
              report.state === 'due' &&
              report.dueAt !== null &&
              Temporal.Instant.compare(report.dueAt, ctx.now) < 0,
          }),
        ),
      };
    });
  },
  'POST /api/respond/incidents/:id/reports': async (ctx, { params, body }) => {
    await openReports(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/reports/not-owed': async (ctx, { params, body }) => {
    await ruleOut(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/reports/follow-up': (ctx, { params, body }) =>
    addFollowUp(ctx, params.id, body),
  'PUT /api/respond/reports/:id': async (ctx, { params, body }) => {
    await noteOnReport(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/reports/:id/submit': async (ctx, { params, body }) => {
    await submitReport(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/reports/:id/drop': async (ctx, { params, body }) => {
    await dropReport(ctx, params.id, body.reason);
    return {};
  },
  'GET /api/respond/reports/:id/form': (ctx, { params }) => readForm(ctx, params.id),
  'PUT /api/respond/reports/:id/form': async (ctx, { params, body }) => {
    await keepForm(ctx, params.id, body);
    return {};
  },
});
