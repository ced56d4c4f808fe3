import { z } from 'zod';
import { route } from '../../route.ts';
import { assignRole } from './assign-role.ts';
import { attend, offerRole, takeRole } from './hand-over-role.ts';
import { readRoles } from './read-roles.ts';
import { handOver, ofRole, roleAssigned, rolesView } from './schema.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/roles',
    command: 'respond roles list',
    permission: 'room.read',
    summary: { ja: '役割と負荷', en: 'Who holds which role, and how much' },
    params: one,
    reply: rolesView,
    handle: (ctx, { params }) => readRoles(ctx, params.id),
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/roles',
    command: 'respond roles assign',
    permission: 'incident.command',
    summary: { ja: '役割を割り当てる', en: 'Give somebody a role' },
    params: one,
    body: roleAssigned,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await assignRole(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/roles/offer',
    command: 'respond roles offer',
    permission: 'room.write',
    summary: { ja: '役割の引き継ぎを頼む', en: 'Ask somebody to take a role over' },
    params: one,
    body: handOver,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await offerRole(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/roles/take',
    command: 'respond roles take',
    permission: 'page.acknowledge',
    summary: { ja: '頼まれた役割を引き継ぐ', en: 'Take over a role you were asked to' },
    params: one,
    body: ofRole,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await takeRole(ctx, params.id, body.role);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/roles/attend',
    command: 'respond roles attend',
    permission: 'page.acknowledge',
    summary: { ja: '参集を記録する', en: 'Say that the holder is there' },
    params: one,
    body: ofRole,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await attend(ctx, params.id, body.role);
      return {};
    },
  }),
] as const;
