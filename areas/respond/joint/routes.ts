import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { acceptJoint } from './accept-joint.ts';
import { contracts } from './contract.ts';
import { endJoint } from './end-joint.ts';
import { offerJoint } from './offer-joint.ts';
import { jointsOf, peerNow } from './store.ts';
import { tellJoint } from './tell-joint.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/joint': async (ctx, { params }) => {
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
  'POST /api/respond/incidents/:id/joint': (ctx, { params }) => offerJoint(ctx, params.id),
  'POST /api/respond/incidents/:id/joint/accept': async (ctx, { params, body }) => {
    await acceptJoint(ctx, params.id, body.code);
    return {};
  },
  'POST /api/respond/incidents/:id/joint/:joint/tell': async (ctx, { params, body }) => {
    await tellJoint(ctx, params.id, params.joint, body.text);
    return {};
  },
  'POST /api/respond/incidents/:id/joint/:joint/end': async (ctx, { params }) => {
    await endJoint(ctx, params.id, params.joint);
    return {};
  },
});
