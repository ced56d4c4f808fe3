import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { SIGN_IN_LINK } from '../../../areas/prepare/ways-in/schema.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';

const identifierOf = (token: string): string => `${SIGN_IN_LINK}${hashOf(token).toString('base64url')}`;

/**
 * One-time sign-in links as a plugin of the sign-in library. Issuing has no HTTP route; using one is a POST, so that
 * a mail scanner that opens links does not use it up.
 */
export const signInLink = () =>
  ({
    id: 'sign-in-link',
    endpoints: {
      issueSignInLink: createAuthEndpoint.serverOnly(
        {
          method: 'POST',
          body: z.object({ userId: z.string(), until: z.date(), token: z.string().optional() }),
        },
        async (ctx) => {
          // A message that is sent twice has to carry the same.
          const token = ctx.body.token ?? newSecret('');
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: identifierOf(token),
            value: ctx.body.userId,
            expiresAt: ctx.body.until,
          });
          return { token };
        },
      ),
      useSignInLink: createAuthEndpoint(
        '/sign-in/link',
        { method: 'POST', body: z.object({ token: z.string().max(200) }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const found = await internalAdapter.consumeVerificationValue(identifierOf(ctx.body.token));
          const user = found && (await internalAdapter.findUserById(found.value));
          if (!user)
            throw new APIError('UNAUTHORIZED', { code: 'INVALID_LINK', message: 'used, expired or unknown' });
          await ctx.context.adapter.deleteMany({
            model: 'verification',
            where: [
              { field: 'value', value: user.id },
              { field: 'identifier', operator: 'starts_with', value: SIGN_IN_LINK },
            ],
          });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
