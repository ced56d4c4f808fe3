import type { FastifyRequest } from 'fastify';
import type { LinkHolder } from '../../../areas/sending/links/schema.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { chooseLanguage } from '../../../kernel/language.ts';

/** Who comes by a link may do the one thing the link is for, and nothing else of the person it was sent to. */
export function linkContext(
  house: House,
  clock: Clock,
  request: FastifyRequest,
  holder: LinkHolder,
  permission: string,
): Context {
  return {
    now: clock.now(),
    newId: house.newId,
    orgId: holder.orgId,
    actor: {
      kind: 'link',
      id: holder.id,
      personId: holder.personId,
      permissions: new Set([permission]),
      outside: false,
    },
    language: chooseLanguage(request.headers['accept-language']),
    requestId: request.id,
    database: house.database,
    instance: house.instance,
  };
}
