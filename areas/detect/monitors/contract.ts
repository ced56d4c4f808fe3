import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { namedFilter } from '../../lists/schema.ts';
import { heartbeatChange, heartbeatView, newHeartbeat } from './schema.ts';

export const contracts = contract({
  'GET /api/detect/heartbeats': {
    command: 'detect heartbeats list',
    permission: 'source.read',
    summary: { ja: '死活監視の一覧', en: 'Heartbeats' },
    query: namedFilter,
    reply: z.object({ heartbeats: z.array(heartbeatView), next: z.string().nullable() }),
  },
  'POST /api/detect/heartbeats': {
    command: 'detect heartbeats add',
    permission: 'source.manage',
    summary: {
      ja: '死活監視を追加する（鍵はこの応答にだけ現れる）',
      en: 'Add a heartbeat; its key is in this answer only',
    },
    body: newHeartbeat,
    reply: z.object({ id: z.string(), key: z.string() }),
  },
  'PUT /api/detect/heartbeats/:id': {
    command: 'detect heartbeats change',
    permission: 'source.manage',
    summary: { ja: '死活監視の間隔を変更する', en: 'Change how often a heartbeat is to beat' },
    params: byId,
    body: heartbeatChange,
    reply: done,
  },
  'GET /api/detect/heartbeats/:id/proofs': {
    command: 'detect heartbeats proofs',
    permission: 'audit.read',
    summary: {
      ja: '相手の Sonae の台帳の証明（日ごとに最後のもの）',
      en: 'Proofs of the other Sonae’s ledger, the last of each day: a file for its "ledger verify --against"',
    },
    params: byId,
    reply: z.object({ text: z.string() }),
  },
  'DELETE /api/detect/heartbeats/:id': {
    command: 'detect heartbeats remove',
    permission: 'source.manage',
    summary: { ja: '死活監視を削除する', en: 'Remove a heartbeat' },
    params: byId,
    reply: done,
  },
});
