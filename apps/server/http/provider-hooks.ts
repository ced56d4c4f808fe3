import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CALLERS } from '../../../areas/callers.ts';
import { hearProvider } from '../../../areas/sending/outbox/hear-provider.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { givenId } from '../../../kernel/ids.ts';
import { FORM_BYTES, withForms } from './form-scope.ts';

const address = z.object({ org: givenId, channel: z.string().max(40), message: givenId.optional() });

/** Where providers tell how a message went and pass answers on. Who calls is known by the signature on the call alone. */
export function mountProviderHooks(app: FastifyInstance, house: House, clock: Clock, baseUrl: string): void {
  withForms(app, (scope) => {
    const hear = async (request: FastifyRequest): Promise<{ type: string; text: string }> => {
      const asked = address.safeParse(request.params);
      if (!asked.success) throw new Fault('not-found');
      const { org, channel, message } = asked.data;
      return hearProvider(systemContext(house, org, clock.now()), CALLERS, {
        channel,
        messageId: message,
        // As we gave it out: what a proxy made of it on the way is not what was signed.
        url: `${baseUrl}${request.url}`,
        params: (request.body ?? {}) as Record<string, string>,
        signature: String(request.headers['x-twilio-signature'] ?? ''),
      });
    };
    for (const url of ['/hooks/provider/:org/:channel', '/hooks/provider/:org/:channel/:message'])
      scope.post(url, { bodyLimit: FORM_BYTES, config: { takesOddText: true } }, async (request, reply) => {
        const { type, text } = await hear(request);
        return reply.type(type).send(text);
      });
  });
}
