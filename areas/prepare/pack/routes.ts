import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { renewPack } from './renew-pack.ts';
import { packView } from './schema.ts';
import { readPack } from './store.ts';

export const routes = [
  route({
    key: 'GET /api/prepare/pack',
    command: 'prepare pack show',
    permission: 'register.read',
    summary: { ja: '持ち出しパックの版と期限', en: 'Version and expiry of the grab-and-go pack' },
    reply: z.object({ pack: packView.nullable() }),
    handle: async (ctx) => {
      permit(ctx, 'register.read');
      const pack = await reading(ctx, (trx) => readPack(trx));
      return {
        pack: pack
          ? { version: pack.version, madeAt: pack.madeAt.toString(), expiresAt: pack.expiresAt.toString() }
          : null,
      };
    },
  }),
  route({
    key: 'POST /api/prepare/pack/renew',
    command: 'prepare pack renew',
    permission: 'register.manage',
    summary: { ja: '持ち出しパックを作り直す', en: 'Make the pack anew, if anything changed' },
    reply: z.object({}),
    handle: async (ctx) => {
      await renewPack(ctx);
      return {};
    },
  }),
] as const;
