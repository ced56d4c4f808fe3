import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { NOTICE_KINDS, NOTICE_STATES, noticeFilter, noticeSettled, noticeView } from './schema.ts';
import { settleByHand } from './settle-notice.ts';
import { countNotices, listNotices } from './store.ts';

const one = z.object({ id: z.uuid() });
/** Kinds that go to people of our own and to parties of the register. */
const OURS: ReadonlySet<string> = new Set(['request', 'brief', 'task']);

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/notices',
    command: 'respond notices list',
    permission: 'room.read',
    summary: {
      ja: '依頼・報告・個別のお知らせの送信状態',
      en: 'Requests, briefs and individual notices, and what became of each',
    },
    params: one,
    query: noticeFilter,
    reply: z.object({
      notices: z.array(noticeView),
      next: z.string().nullable(),
      counts: z.array(
        z.object({
          kind: z.enum(NOTICE_KINDS),
          about: z.string(),
          state: z.enum(NOTICE_STATES),
          count: z.number(),
        }),
      ),
    }),
    handle: async (ctx, { params, query }) => {
      permit(ctx, 'room.read');
      // Affected people are nobody’s business but those who write to them.
      const mayTell = ctx.actor.permissions.has('statement.write');
      return reading(ctx, async (trx) => {
        if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
        const rows = await listNotices(trx, params.id, query);
        return {
          notices: rows.map(({ madeAt, changedAt, ...row }) => ({
            ...row,
            ...(!(OURS.has(row.kind) || mayTell) && { name: '', address: '' }),
            madeAt: madeAt.toString(),
            changedAt: changedAt.toString(),
          })),
          next: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null,
          counts: await countNotices(trx, params.id),
        };
      });
    },
  }),
  route({
    key: 'PUT /api/respond/notices/:id',
    command: 'respond notices settle',
    permission: 'statement.write',
    summary: {
      ja: '個別のお知らせの結果を記録する（電話で伝えた・戻ってきた）',
      en: 'Tell what became of an individual notice: told by telephone, or come back',
    },
    params: one,
    body: noticeSettled,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await settleByHand(ctx, params.id, body);
      return {};
    },
  }),
] as const;
