import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { lookAtInvitation } from '../../../areas/prepare/invitations/look-at-invitation.ts';
import { INVITATION_LINK } from '../../../areas/prepare/invitations/rules.ts';
import { findLink } from '../../../areas/sending/links/index.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { A_FEW } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { refuseOtherSites } from './same-site.ts';

const asked = z.object({ token: z.string().max(200) });

/**
 * Whoever holds an invitation sees whose it is before using it. The secret comes in the body, as it does when it is used; one
 * that is unknown and one that is over are told apart by nothing.
 */
export function mountInvitationLook(
  app: FastifyInstance,
  house: House,
  clock: Clock,
  trustedOrigins: readonly string[],
): void {
  app.post('/api/invitation', { config: { rateLimit: A_FEW } }, async (request, reply) => {
    refuseOtherSites(request, trustedOrigins);
    const read = asked.safeParse(request.body);
    const found = read.success ? await findLink(house.database, INVITATION_LINK, read.data.token) : undefined;
    if (!found) throw new Fault('gone');
    reply.header('cache-control', 'no-store');
    return lookAtInvitation(linkContext(house, clock, request, found, 'confirmation.answer'), found.id);
  });
}
