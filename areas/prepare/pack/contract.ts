import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { packView } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/pack': {
    command: 'prepare pack show',
    permission: 'register.read',
    summary: { ja: '持ち出しパックの版と期限', en: 'Version and expiry of the grab-and-go pack' },
    reply: z.object({ pack: packView.nullable() }),
  },
  'POST /api/prepare/pack/renew': {
    command: 'prepare pack renew',
    permission: 'register.manage',
    summary: { ja: '持ち出しパックの再作成', en: 'Update the pack if anything changed' },
    reply: done,
  },
});
