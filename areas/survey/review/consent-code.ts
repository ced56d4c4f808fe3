import { timingSafeEqual } from 'node:crypto';
import { type Context, type Instance, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { derivedSecret } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { codesOf, consentsOf, insertCode } from './consents/index.ts';
import { routesNow } from './routes-now.ts';
import { CODE, CODE_MESSAGE, consentTo, pauseOf, typedCode } from './rules.ts';
import { atLink, refuseUnready, throughLink } from './through-link.ts';
import { CONSENTED_ALREADY, NO_CHANNEL, NO_SUCH_ROUTE, ONE_ROUTE } from './words.ts';

const SIX_BYTES = 6;
/** Made of the installation's secret and the id of the code: it is stored nowhere, and a mail sent twice carries the same. */
export const codeOf = (instance: Instance, id: string): string => {
  const secret = Buffer.from(derivedSecret(instance.secret, 'survey consent code', id), 'base64url');
  return String(secret.readUIntBE(0, SIX_BYTES) % 10 ** CODE.digits).padStart(CODE.digits, '0');
};

/** Takes as long whichever digit is wrong. */
export function isCode(instance: Instance, id: string, typed: string): boolean {
  const [given, wanted] = [typedCode(typed), codeOf(instance, id)];
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

/** Sends a code by another registered route than the link's. */
export async function sendConsentCode(
  ctx: Context,
  askingId: string,
  { route: wanted, seen }: { readonly route: string; readonly seen: string },
): Promise<{ masked: string }> {
  permit(ctx, 'confirmation.answer');
  return inTransaction(atLink(ctx), async (tx) => {
    const { asking, review } = await throughLink(tx, askingId);
    await refuseUnready(tx, asking, seen);
    const { state } = consentTo(asking.hash, await consentsOf(tx.sql, review.id), true, ctx.now);
    if (state === 'given') throw new Fault('conflict', { detail: CONSENTED_ALREADY });
    const { routes, none } = await routesNow(tx.sql, review.operatorId, asking.email);
    if (none) throw new Fault('conflict', { detail: none === 'one-route' ? ONE_ROUTE : NO_CHANNEL });
    const route = routes.find(({ id }) => id === wanted);
    if (!route) throw invalidField('route', NO_SUCH_ROUTE);
    const pause = pauseOf(await codesOf(tx.sql, review.id), ctx.now);
    if (pause > 0) throw new Fault('too-many', { retryAfterSeconds: pause });
    const id = ctx.newId();
    const { channel, masked, name, address } = route;
    await insertCode(tx.sql, ctx.orgId, {
      id,
      reviewId: review.id,
      askingId,
      caseId: review.caseId,
      hash: asking.hash,
      channel,
      masked,
      sentAt: ctx.now,
      until: ctx.now.add({ minutes: CODE.minutes }),
    });
    await putMessages(tx, CODE_MESSAGE, [{ about: id, name, address, language: asking.language, channel }]);
    record(tx, 'survey.consent-code-sent', {
      body: { reviewId: review.id, caseId: review.caseId, codeId: id, channel },
    });
    return { masked };
  });
}
