import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { estimatesOf } from '../plans/index.ts';
import { keepForm, readForm } from './forms/read-form.ts';
import { formKept, formView } from './forms/schema.ts';
import { addFollowUp, dropReport, noteOnReport, openReports, submitReport } from './keep-report.ts';
import {
  followUp,
  REGIME_NAMES,
  reportNoted,
  reportNotNeeded,
  reportOpened,
  reportSubmitted,
  reportView,
} from './schema.ts';
import { reportsOf } from './store.ts';
import { seemsOwed } from './words.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/reports',
    command: 'respond reports list',
    permission: 'room.read',
    summary: { ja: '届出・報告とその期限', en: 'Reports to authorities and their clocks' },
    params: one,
    reply: z.object({
      reports: z.array(reportView),
      /** Regimes that seem owed by what is known, and whose clocks do not run. */
      owed: z.array(z.enum(REGIME_NAMES)),
    }),
    handle: async (ctx, { params }) => {
      permit(ctx, 'room.read');
      return reading(ctx, async (trx) => {
        const incident = await findIncident(trx, params.id);
        if (!incident) throw new Fault('not-found');
        const reports = await reportsOf(trx, params.id);
        const { cause, personalData } = await estimatesOf(trx, params.id);
        const running = new Set<string>(reports.map(({ regime }) => regime));
        return {
          owed: incident.drill
            ? []
            : seemsOwed({ situation: incident.situation, cause, personalData }).filter(
                (regime) => !running.has(regime),
              ),
          reports: reports.map(
            ({
              incidentId: _,
              form: _form,
              answers: _answers,
              filled: _filled,
              clock: _clock,
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
  }),
  route({
    key: 'POST /api/respond/incidents/:id/reports',
    command: 'respond reports open',
    permission: 'room.write',
    summary: { ja: '報告の期限を動かす', en: 'Start the clocks of a report' },
    params: one,
    body: reportOpened,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await openReports(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/reports/follow-up',
    command: 'respond reports follow-up',
    permission: 'room.write',
    summary: { ja: '続報を加える', en: 'Add a follow-up' },
    params: one,
    body: followUp,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { params, body }) => addFollowUp(ctx, params.id, body),
  }),
  route({
    key: 'PUT /api/respond/reports/:id',
    command: 'respond reports note',
    permission: 'report.submit',
    summary: {
      ja: '受付番号・当局が示した期限を記録する',
      en: 'Note the receipt, or the time the authority gave',
    },
    params: one,
    body: reportNoted,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await noteOnReport(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/reports/:id/submit',
    command: 'respond reports submit',
    permission: 'report.submit',
    summary: { ja: '報告を提出したことを記録する', en: 'Say that a report was submitted' },
    params: one,
    body: reportSubmitted,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await submitReport(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/reports/:id/drop',
    command: 'respond reports drop',
    permission: 'incident.command',
    summary: { ja: '報告は不要と判断した理由を記録する', en: 'Say why a report is not owed' },
    params: one,
    body: reportNotNeeded,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await dropReport(ctx, params.id, body.reason);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/reports/:id/form',
    command: 'respond reports form',
    permission: 'room.read',
    summary: { ja: '様式に記録から書き込んだもの', en: 'The form of a report, filled from the record' },
    params: one,
    reply: formView,
    handle: (ctx, { params }) => readForm(ctx, params.id),
  }),
  route({
    key: 'PUT /api/respond/reports/:id/form',
    command: 'respond reports fill',
    permission: 'room.write',
    summary: { ja: '様式を選び、項目に答える', en: 'Choose the form and answer its fields' },
    params: one,
    body: formKept,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await keepForm(ctx, params.id, body);
      return {};
    },
  }),
] as const;
