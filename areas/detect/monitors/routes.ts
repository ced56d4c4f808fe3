import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { namedFilter, nextOf } from '../../lists/schema.ts';
import { route } from '../../route.ts';
import { addHeartbeat } from './add-heartbeat.ts';
import { listHeartbeats } from './index.ts';
import { removeHeartbeat } from './remove-heartbeat.ts';
import { heartbeatView, newHeartbeat } from './schema.ts';

export const routes = [
  route({
    key: 'GET /api/detect/heartbeats',
    command: 'detect heartbeats list',
    permission: 'source.read',
    summary: { ja: '死活監視の一覧', en: 'Heartbeats' },
    query: namedFilter,
    reply: z.object({ heartbeats: z.array(heartbeatView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'source.read');
      const heartbeats = await reading(ctx, (trx) => listHeartbeats(trx, query));
      return { heartbeats, next: nextOf(heartbeats, query.limit) };
    },
  }),
  route({
    key: 'POST /api/detect/heartbeats',
    command: 'detect heartbeats add',
    permission: 'source.manage',
    summary: {
      ja: '死活監視を追加する（鍵はこの応答にだけ現れる）',
      en: 'Add a heartbeat; its key is in this answer only',
    },
    body: newHeartbeat,
    reply: z.object({ id: z.string(), key: z.string() }),
    handle: (ctx, { body }) => addHeartbeat(ctx, body),
  }),
  route({
    key: 'DELETE /api/detect/heartbeats/:id',
    command: 'detect heartbeats remove',
    permission: 'source.manage',
    summary: { ja: '死活監視を削除する', en: 'Remove a heartbeat' },
    params: z.object({ id: z.uuid() }),
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await removeHeartbeat(ctx, params.id);
      return {};
    },
  }),
] as const;
