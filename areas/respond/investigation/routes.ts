import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { handEvidence, keepEvidence } from './keep-evidence.ts';
import { openHypothesis, settleHypothesis } from './presume.ts';
import {
  evidenceHanded,
  evidenceView,
  hypothesisSettled,
  hypothesisView,
  newEvidence,
  newHypothesis,
} from './schema.ts';
import { hypothesesOf } from './store.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/investigation',
    command: 'respond investigation get',
    permission: 'room.read',
    summary: { ja: '仮説と証拠', en: 'Hypotheses and evidence' },
    params: one,
    reply: z.object({ hypotheses: z.array(hypothesisView), evidence: z.array(evidenceView) }),
    handle: async (ctx, { params }) => {
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
  }),
  route({
    key: 'POST /api/respond/incidents/:id/hypotheses',
    command: 'respond hypotheses open',
    permission: 'room.write',
    summary: { ja: '仮説を立てる', en: 'Write down a hypothesis' },
    params: one,
    body: newHypothesis,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { params, body }) => openHypothesis(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/hypotheses/:id/settle',
    command: 'respond hypotheses settle',
    permission: 'room.write',
    summary: { ja: '仮説の検証結果を記録する', en: 'Say what came of a hypothesis' },
    params: one,
    body: hypothesisSettled,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await settleHypothesis(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/evidence',
    command: 'respond evidence keep',
    permission: 'room.write',
    summary: { ja: '証拠を登録する', en: 'Put a piece of evidence on the record' },
    params: one,
    body: newEvidence,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await keepEvidence(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/evidence/hand-over',
    command: 'respond evidence hand-over',
    permission: 'room.write',
    summary: { ja: '証拠を引き渡す', en: 'Hand evidence on' },
    params: one,
    body: evidenceHanded,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await handEvidence(ctx, params.id, body);
      return {};
    },
  }),
] as const;
