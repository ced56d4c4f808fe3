import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { acceptJoint, endJoint, offerJoint, tellJoint } from './join-records.ts';
import { jointAnswer, jointOffer, jointView, jointWords } from './schema.ts';
import { jointsOf, peerNow } from './store.ts';

const one = z.object({ id: z.uuid() });
const bond = one.extend({ joint: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/joint',
    command: 'respond joint list',
    permission: 'room.read',
    summary: { ja: '他組織との共同記録', en: 'Linked records of other organisations' },
    params: one,
    reply: z.object({ joints: z.array(jointView) }),
    handle: async (ctx, { params }) => {
      permit(ctx, 'room.read');
      return reading(ctx, async (trx) => {
        if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
        const joints = [];
        for (const each of await jointsOf(trx, params.id))
          joints.push({
            id: each.id,
            state: each.state,
            peer: each.peerName,
            madeAt: each.madeAt.toString(),
            codeUntil: each.codeUntil?.toString() ?? null,
            theirs: each.state === 'linked' ? await peerNow(trx, each) : null,
          });
        return { joints };
      });
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/joint',
    command: 'respond joint offer',
    permission: 'incident.share',
    summary: {
      ja: '他組織に共同記録を申し出る（コードは一度だけ表示）',
      en: 'Offer another organisation a linked record; the code is shown once',
    },
    params: one,
    reply: jointOffer,
    handle: (ctx, { params }) => offerJoint(ctx, params.id),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/joint/accept',
    command: 'respond joint accept',
    permission: 'incident.share',
    summary: { ja: '他組織の申し出を受ける', en: 'Accept another organisation’s offer' },
    params: one,
    body: jointAnswer,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await acceptJoint(ctx, params.id, body.code);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/joint/:joint/tell',
    command: 'respond joint tell',
    permission: 'incident.share',
    summary: {
      ja: '相手の組織に伝える（双方の記録に残る）',
      en: 'Tell the other organisation, in both records',
    },
    params: bond,
    body: jointWords,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await tellJoint(ctx, params.id, params.joint, body.text);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/joint/:joint/end',
    command: 'respond joint end',
    permission: 'incident.share',
    summary: { ja: '連携を終了する', en: 'End the link' },
    params: bond,
    reply: done,
    handle: async (ctx, { params }) => {
      await endJoint(ctx, params.id, params.joint);
      return {};
    },
  }),
] as const;
