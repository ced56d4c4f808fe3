import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../../kernel/errors.ts';

export const FORM_BYTES = 64 * 1024;
/** Where somebody pastes a list of tens of thousands of hosts. */
export const LISTS_BYTES = 2 * 1024 * 1024;

/** Whoever comes by a link, from their address: a colleague who comes from the same one by another is somebody else. */
export const byLink = (request: FastifyRequest): string =>
  `${request.ip} ${(request.params as { token?: string } | undefined)?.token ?? ''}`;

/** As often as one person presses a button: who comes without an account writes no ledger full. */
export const ONE_PERSON = { max: 60, timeWindow: '1 minute', keyGenerator: byLink } as const;
/** And as often as one writes to an address they say is theirs. */
export const A_FEW = { max: 10, timeWindow: '1 minute' } as const;

/** More than all fields of the fullest form have. */
const MOST_FIELDS = 4_000;
/**
 * The fields of a plain form, in their order; counted before they are taken apart, which for a million takes half a minute.
 * @throws Fault `too-large` where they are more than any form has
 */
export function formFields(text: string): URLSearchParams {
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw new Fault('too-large');
  return new URLSearchParams(text);
}

/** Hands on what was read of a body, or why it cannot be. */
export const parsedBy =
  <T>(read: (text: string) => T) =>
  async (_request: FastifyRequest, body: string | Buffer): Promise<T> =>
    read(String(body));

/** Routes that read the fields of a plain form, apart from those that take none. */
export function withForms(
  app: FastifyInstance,
  mount: (scope: FastifyInstance) => void,
  bodyLimit = FORM_BYTES,
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit },
      parsedBy((text) => Object.fromEntries(formFields(text))),
    );
    mount(scope);
  });
}
