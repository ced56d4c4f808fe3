import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { plainFaultsOf } from '../../../kernel/plain.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Where an answer must not be lost over an odd character: whoever takes it mends it. */
    readonly takesOddText?: boolean;
  }
}

const ONE_LINE = {
  ja: '改行や制御文字を除き、1行で入力してください',
  en: 'Enter it on one line, without control characters',
};

/** Nothing of ours lies deeper; what is sent may. */
const DEEPEST = 20;

/** Names stand in headers, lists and subjects: what is called a name has one line. Around it, white space is trimmed away. */
function brokenNamesOf(value: unknown, at: string, depth = 0): FieldFault[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = at === '' ? key : `${at}.${key}`;
    if (typeof inner !== 'string') return brokenNamesOf(inner, place, depth + 1);
    return key === 'name' && /[\p{Cc}\u2028\u2029]/u.test(inner.trim())
      ? [{ field: place, mend: ONE_LINE }]
      : [];
  });
}

/** @throws Fault `invalid` that names each place with a text nothing could keep */
export function refuseOddText(parts: Readonly<Record<string, unknown>>): void {
  const fields = Object.entries(parts).flatMap(([whole, value]) => [
    ...plainFaultsOf(value, whole),
    ...brokenNamesOf(value, ''),
  ]);
  if (fields.length > 0) throw new Fault('invalid', { fields });
}

/**
 * Before any handler of these routes: whatever was asked is text that every table, document and message can hold. One
 * place for all of them, so that no route has to think of it. Bodies that are files are looked at by who reads them.
 */
export function refuseOddRequests(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body, routeOptions }: FastifyRequest) => {
    if (!routeOptions.config.takesOddText) refuseOddText({ params, query, body });
  });
}
