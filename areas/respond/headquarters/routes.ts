import { z } from 'zod';
import { route } from '../../route.ts';
import { draftBriefNow, readBrief, sendBrief } from './brief-executives.ts';
import { recordDecision } from './decide.ts';
import { readHeadquarters } from './read-headquarters.ts';
import { briefSent, headquartersView, newDecision, reasoned, setUp } from './schema.ts';
import { endHeadquarters, moveHeadquarters, setUpHeadquarters } from './set-up.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/headquarters',
    command: 'respond headquarters get',
    permission: 'room.read',
    summary: { ja: '対策本部・決定・経営層への報告', en: 'Headquarters, decisions and executive briefs' },
    params: one,
    reply: headquartersView,
    handle: (ctx, { params }) => readHeadquarters(ctx, params.id),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/headquarters',
    command: 'respond headquarters set-up',
    permission: 'incident.command',
    summary: { ja: '対策本部を設置する（時計が止まる）', en: 'Set the headquarters up; its clock stops' },
    params: one,
    body: setUp,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await setUpHeadquarters(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/headquarters',
    command: 'respond headquarters move',
    permission: 'incident.command',
    summary: {
      ja: '本部の場所・会議・経営層への報告間隔を変える',
      en: 'Change the room, the bridge, or how often executives are told',
    },
    params: one,
    body: setUp,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await moveHeadquarters(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/headquarters/end',
    command: 'respond headquarters end',
    permission: 'incident.command',
    summary: { ja: '設置を見送る、または解散する', en: 'Decline the proposal, or stand down' },
    params: one,
    body: reasoned,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await endHeadquarters(ctx, params.id, body.reason);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/decisions',
    command: 'respond decisions record',
    permission: 'room.write',
    summary: { ja: '決定を記録する', en: 'Record a decision' },
    params: one,
    body: newDecision,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await recordDecision(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/briefs',
    command: 'respond briefs draft',
    permission: 'incident.command',
    summary: { ja: '経営層への報告を記録から下書きする', en: 'Draft an executive brief from the record now' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await draftBriefNow(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/briefs/:id/send',
    command: 'respond briefs send',
    permission: 'incident.command',
    summary: { ja: '経営層への報告を送る', en: 'Send an executive brief' },
    params: one,
    body: briefSent,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await sendBrief(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/briefs/:id/read',
    command: 'respond briefs read',
    permission: 'page.acknowledge',
    summary: { ja: '報告を読んだことを記録する', en: 'Say that you have read a brief' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await readBrief(ctx, params.id);
      return {};
    },
  }),
] as const;
