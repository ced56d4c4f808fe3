import { AsyncLocalStorage } from 'node:async_hooks';
import type { Claims } from '../../../areas/prepare/sign-on-groups/rules.ts';

/** What the identity provider said during one request: the library hands it to one hook, and it is needed in another. */
const heard = new AsyncLocalStorage<{ claims?: Claims }>();

export const hearing = <T>(act: () => T): T => heard.run({}, act);

export function hear(claims: Claims): void {
  const request = heard.getStore();
  if (request) request.claims = claims;
}

export const claimsHeard = (): Claims | undefined => heard.getStore()?.claims;
