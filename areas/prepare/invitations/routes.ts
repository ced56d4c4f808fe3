import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { latestAbout } from '../../sending/outbox/index.ts';
import { openInvitations } from '../contacts/index.ts';
import { contracts } from './contract.ts';
import { previewGuests } from './preview-guests.ts';
import { INVITATION, mailState } from './rules.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/invitations': async (ctx) => {
    permit(ctx, 'person.manage');
    return reading(ctx, async (trx) => {
      const open = await openInvitations(trx);
      const mails = await latestAbout(
        trx,
        INVITATION.name,
        '',
        open.map(({ invitationId }) => invitationId),
      );
      return {
        mailGoesOut: (await channelsConfigured(trx)).has('email'),
        invitations: open.map(({ personId, invitationId, until }) => ({
          personId,
          until: until.toString(),
          mail: mailState(mails.get(invitationId)?.state),
        })),
      };
    });
  },
  'POST /api/prepare/invitations/preview': async (ctx, { body }) => ({
    rows: await previewGuests(ctx, body),
  }),
});
