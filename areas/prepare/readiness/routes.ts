import { route } from '../../route.ts';
import { askReadiness } from './ask-readiness.ts';
import { readinessView } from './schema.ts';

export const routes = [
  route({
    key: 'GET /api/prepare/readiness',
    command: 'prepare readiness show',
    permission: 'register.read',
    summary: { ja: '備えの点検', en: 'Readiness checks over the registers' },
    reply: readinessView,
    handle: (ctx) => askReadiness(ctx),
  }),
] as const;
