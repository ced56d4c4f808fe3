import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { namedFilter } from '../../lists/schema.ts';
import { heartbeatRewrite, heartbeatView, newHeartbeat } from './schema.ts';

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
      ja: '死活監視の追加（キーはこの応答でのみ表示）',
      en: 'Add a heartbeat; its key is returned only once',
    },
    body: newHeartbeat,
    reply: z.object({ id: z.string(), key: z.string() }),
  },
  'PUT /api/detect/heartbeats/:id': {
    command: 'detect heartbeats change',
    permission: 'source.manage',
    summary: {
      ja: '死活監視の間隔の変更（読み取った everySeconds と graceSeconds を seen に指定）',
      en: 'Change the interval of a heartbeat; pass everySeconds and graceSeconds you read as seen',
    },
    params: byId,
    body: heartbeatRewrite,
    reply: done,
  },
  'GET /api/detect/heartbeats/:id/proofs': {
    command: 'detect heartbeats proofs',
    permission: 'audit.read',
    summary: {
      ja: '相手の Sonae の監査記録の証明（日ごとの最終分）',
      en: 'Audit proofs of the other Sonae, the last of each day, as a file for "sonae ledger verify --against"',
    },
    params: byId,
    reply: z.object({ text: z.string() }),
  },
  'DELETE /api/detect/heartbeats/:id': {
    command: 'detect heartbeats remove',
    permission: 'source.manage',
    summary: { ja: '死活監視の削除', en: 'Remove a heartbeat' },
    params: byId,
    reply: done,
  },
});
