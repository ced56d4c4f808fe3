import type { GenericOAuthConfig } from 'better-auth/plugins';

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
export const singleSignOn = (provider: IdentityProvider): GenericOAuthConfig => ({
  providerId: PROVIDER,
  ...provider,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  // Only people who are registered may sign in; the identity provider does not add any.
  disableSignUp: true,
  accountSubject: ({ tokens, profile }) => subjectOf(tokens.idToken, profile),
  mapProfileToUser: (profile) => ({ emailVerified: isVerified(profile['email_verified']) }),
});
