import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readOrganisation } from '../../../areas/prepare/parties/index.ts';
import { PACKAGE_TYPE } from '../../../areas/survey/exchange/post-package.ts';
import { receivePackage } from '../../../areas/survey/exchange/receive-package.ts';
import { Refusal } from '../../../areas/survey/exchange/refusal.ts';
import { LARGEST_PACKAGE } from '../../../areas/survey/exchange/schema.ts';
import { REFUSALS } from '../../../areas/survey/exchange/words.ts';
import { KINDS } from '../../../areas/survey/kinds.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import { reading } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { FAULTS, Fault, type FaultCode } from '../../../kernel/errors.ts';
import { givenId } from '../../../kernel/ids.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import { problemOf } from './problem.ts';

const address = z.object({ org: givenId });

/** So many are read at a time: each may hold many megabytes, and anybody may send one. */
const MOST_AT_ONCE = 8;

const codeOf = ({ reason }: Refusal): FaultCode => (reason === 'too-large' ? 'too-large' : 'invalid');

/** Why a package is refused, as a Fault for people and with its word for programs. */
export const refusalFault = (refusal: Refusal): Fault => {
  const { ja, en } = REFUSALS[refusal.reason];
  const detail =
    refusal.detail === ''
      ? { ja, en }
      : { ja: `${ja}（${refusal.detail}）`, en: `${en} (${refusal.detail})` };
  return new Fault(codeOf(refusal), { detail, cause: refusal });
};

function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = refusalFault(refusal);
  const language = chooseLanguage(request.headers['accept-language']);
  const { reason, expected } = refusal;
  return reply
    .code(FAULTS[fault.code].status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        ...problemOf(fault, language, request.id),
        reason,
        ...(expected !== undefined && { expected }),
      }),
    );
}

/** The door for packages of other organisations: no account, for their signature says who they are; answered with a receipt. */
export function mountPackageDoor(app: FastifyInstance, house: House, clock: Clock): void {
  const isHere = async (org: string): Promise<boolean> =>
    (await reading(systemContext(house, org, clock.now()), readOrganisation)) !== undefined;
  let within = 0;
  const counted = new WeakSet<FastifyRequest>();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_PACKAGE }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', async (request) => {
    if (within >= MOST_AT_ONCE) throw new Fault('unavailable', { retryAfterSeconds: 1 });
    within += 1;
    counted.add(request);
    // Before the body: for nobody unknown so many bytes are held.
    const asked = address.safeParse(request.params);
    if (!asked.success || !(await isHere(asked.data.org))) throw new Fault('not-found');
    if (Number(request.headers['content-length']) > LARGEST_PACKAGE)
      throw refusalFault(new Refusal('too-large'));
  });
  app.addHook('onResponse', async (request) => {
    if (counted.delete(request)) within -= 1;
  });
  app.addHook('onRequestAbort', async (request) => {
    if (counted.delete(request)) within -= 1;
  });
  app.post('/in/packages/:org', { bodyLimit: LARGEST_PACKAGE }, async (request, reply) => {
    const { org } = address.parse(request.params);
    const bytes = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    try {
      const { receipt } = await receivePackage(
        systemContext(house, org, clock.now()),
        KINDS,
        bytes,
        'network',
      );
      if (!receipt) return reply.code(204).send();
      return reply.type(PACKAGE_TYPE).send(receipt);
    } catch (error) {
      if (error instanceof Refusal) return answerRefusal(error, request, reply);
      throw error;
    }
  });
}
