import { z } from 'zod';
import { isInstantText } from '../../../kernel/time.ts';
import { route } from '../../route.ts';
import { CAUSES, resolvedCalls } from '../contacts/schema.ts';
import { resolveFor } from './resolve-for.ts';

export const routes = [
  route({
    key: 'GET /api/prepare/calls',
    command: 'prepare calls resolve',
    permission: 'register.read',
    summary: { ja: '原因と時刻から、だれをどの順に呼ぶか', en: 'Who is called, by cause and moment' },
    query: z.object({
      cause: z.enum(CAUSES).default('systemFailure'),
      at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
    }),
    reply: resolvedCalls,
    handle: (ctx, { query }) =>
      resolveFor(ctx, query.cause, query.at === undefined ? ctx.now : Temporal.Instant.from(query.at)),
  }),
] as const;
