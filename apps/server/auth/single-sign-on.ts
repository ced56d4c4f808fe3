import type { GenericOAuthConfig } from 'better-auth/plugins';
import type { Claims } from '../../../areas/prepare/sign-on-groups/rules.ts';

export interface IdentityProvider {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const PROVIDER = 'oidc';

/**
 * Whether an address is the person's, as far as their provider says. Some (Entra ID) never say: the operator chose this one
 * provider, which knows its people. Whoever says no is believed.
 */
export const isVerified = (claim: unknown): boolean =>
  claim === undefined || claim === null || claim === true || claim === 'true';

/** The subject of the ID token; an answer without one, or whose profile is another's, names nobody. */
export function subjectOf(idToken: string | undefined, profile: { readonly sub?: unknown }): string {
  if (!idToken) return '';
  // Its signature was looked at before.
  const said = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { sub } = JSON.parse(said) as { sub?: unknown };
  return typeof sub === 'string' && profile.sub === sub ? sub : '';
}

/** The one identity provider an installation may have. */
export const singleSignOn = (
  provider: IdentityProvider,
  heard: (claims: Claims) => Promise<void>,
): GenericOAuthConfig => ({
  providerId: PROVIDER,
  ...provider,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  // Only people who are registered may sign in; whom an organisation admits by their groups is registered by then.
  disableSignUp: true,
  accountSubject: ({ tokens, profile }) => subjectOf(tokens.idToken, profile),
  mapProfileToUser: async (profile) => {
    await heard(profile);
    return { emailVerified: isVerified(profile['email_verified']) };
  },
});
