import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { lacksOf } from './rules.ts';
import { changeAmended, changeTurned, changeView, newChange } from './schema.ts';
import { changesOf } from './store.ts';
import { amendChange, proposeChange, turnChange } from './turn-change.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/changes',
    command: 'respond changes list',
    permission: 'room.read',
    summary: { ja: '緊急変更の一覧', en: 'Emergency changes of an incident' },
    params: one,
    reply: z.object({ changes: z.array(changeView) }),
    handle: async (ctx, { params }) => {
      permit(ctx, 'room.read');
      return reading(ctx, async (trx) => {
        if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
        const changes = await changesOf(trx, params.id);
        const names = await namesOf(
          trx,
          changes.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy ?? '']),
        );
        return {
          changes: changes.map(({ incidentId: _, ...change }) => ({
            ...change,
            expiresAt: change.expiresAt?.toString() ?? null,
            changedAt: change.changedAt.toString(),
            proposedBy: names[change.proposedBy] ?? change.proposedBy,
            approvedBy: change.approvedBy ? (names[change.approvedBy] ?? change.approvedBy) : null,
            lacks: lacksOf(change, ctx.now),
          })),
        };
      });
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/changes',
    command: 'respond changes propose',
    permission: 'room.write',
    summary: { ja: '緊急変更を提案する', en: 'Propose an emergency change' },
    params: one,
    body: newChange,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { params, body }) => proposeChange(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/changes/:id/turn',
    command: 'respond changes turn',
    permission: 'room.write',
    summary: {
      ja: '緊急変更を承認・適用・取り消し・置き換え（承認は指揮者のみ）',
      en: 'Approve (commanders), apply, take back or replace an emergency change',
    },
    params: one,
    body: changeTurned,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await turnChange(ctx, params.id, body.turn, body.note);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/changes/:id',
    command: 'respond changes amend',
    permission: 'room.write',
    summary: {
      ja: '期限・戻し方・恒久対策を決める',
      en: 'State the end, the way back and the permanent fix',
    },
    params: one,
    body: changeAmended,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await amendChange(ctx, params.id, body);
      return {};
    },
  }),
] as const;
