import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isOutage } from '../../../database/outage.ts';
import { FAULTS, Fault, type FaultCode, type FieldFault } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage, type Language } from '../../../kernel/language.ts';
import { fieldWord } from './field-words.ts';

/** RFC 9457 with `errors`: one entry per wrong field, what people call it and how to mend it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly errors?: readonly { readonly field: string; readonly name?: string; readonly mend: string }[];
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  instance: z.string(),
  errors: z.array(z.object({ field: z.string(), name: z.string().optional(), mend: z.string() })).optional(),
});

/** Errors of Fastify and its plugins as faults of ours. */
const FASTIFY_CODES: Readonly<Record<string, FaultCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
};

/** A value PostgreSQL cannot read or hold, such as a cursor somebody made up or a U+0000 in a text. */
const UNREADABLE = new Set(['22P02', '22021', '22P05', '22003', '22007', '22008', '22009', '22023']);

/** What would have been taken, as people count it. */
function withinLimit(bytes: number): Bilingual {
  const megabytes = bytes / 1_048_576;
  const size = megabytes >= 1 ? `${Math.floor(megabytes)} MB` : `${Math.floor(bytes / 1_024)} kB`;
  return {
    ja: `一度に送信できる上限は${size}です。分割して送信してください`,
    en: `At most ${size} at a time. Send it in parts`,
  };
}

const NO_SUCH: Bilingual = {
  ja: '指定された項目が見つかりません。一覧から選択してください',
  en: 'No such entry. Choose one from the list',
};

/** Nothing of ours lies deeper; what is sent may. */
const DEEPEST = 20;

/** Where in what was asked a field of that name stands, as a dotted path. */
function placeOf(field: string, within: unknown, depth = 0): string | undefined {
  if (typeof within !== 'object' || within === null || depth > DEEPEST) return undefined;
  if (Object.hasOwn(within, field)) return field;
  for (const [name, inner] of Object.entries(within)) {
    const place = placeOf(field, inner, depth + 1);
    if (place !== undefined) return `${name}.${place}`;
  }
  return undefined;
}

/**
 * An id of something that is not here, or of something that others still need. PostgreSQL tells which (`detail`), and the
 * column only by the name of the constraint, for row-level security keeps the values from us.
 */
function referenceFault(error: FastifyError, { body }: Pick<FastifyRequest, 'body'>): Fault {
  const {
    detail = '',
    table = '',
    constraint = '',
  } = error as Partial<Record<'detail' | 'table' | 'constraint', string>>;
  if (!/is not present/.test(detail)) return new Fault('conflict', { cause: error });
  const column = constraint
    .replace(`${table}_`, '')
    .replace(/^org_id_/, '')
    .replace(/_fkey\d*$/, '');
  const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new Fault('invalid', {
    fields: [{ field: placeOf(field, body) ?? field, mend: NO_SUCH }],
    cause: error,
  });
}

function faultOf(error: FastifyError, request: FastifyRequest): Fault {
  if (error instanceof Fault) return error;
  const known = FASTIFY_CODES[error.code];
  if (known === 'too-large')
    return new Fault(known, { detail: withinLimit(request.routeOptions.bodyLimit), cause: error });
  if (known) return new Fault(known, { cause: error });
  if (error.statusCode === 429) return new Fault('too-many', { cause: error });
  if (error.statusCode === 400) return new Fault('malformed', { cause: error });
  if (UNREADABLE.has(error.code)) return new Fault('invalid', { cause: error });
  if (error.code === '23503') return referenceFault(error, request);
  if (error.code === '23505') return new Fault('conflict', { cause: error });
  // Row-level security has the last word; that it had to speak is no fault of the house.
  if (error.code === '42501') return new Fault('forbidden', { cause: error });
  if (isOutage(error)) return new Fault('unavailable', { cause: error, retryAfterSeconds: 1 });
  return new Fault('internal', { cause: error });
}

export function problemOf(fault: Fault, language: Language, requestId: string): Problem {
  const { status, title } = FAULTS[fault.code];
  const { detail, fields, permission } = fault.details;
  const said = detail?.[language] ?? (permission && `${permission}`);
  return {
    type: `/problems/${fault.code}`,
    title: title[language],
    status,
    ...(said && { detail: said }),
    instance: `urn:sonae:request:${requestId}`,
    ...(fields && { errors: fields.map((each) => errorOf(each, language)) }),
  };
}

function errorOf({ field, name = fieldWord(field), mend }: FieldFault, language: Language) {
  return { field, ...(name && { name: name[language] }), mend: mend[language] };
}

/** The one place where an error becomes a fault, with what of it belongs in the head of an answer and in the log. */
export function headedFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Fault {
  const fault = faultOf(error, request);
  if (FAULTS[fault.code].status >= 500) request.log.error({ err: error }, 'request failed');
  const { retryAfterSeconds } = fault.details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (fault.code === 'wrong-credentials') reply.header('www-authenticate', 'Bearer');
  reply.code(FAULTS[fault.code].status);
  return fault;
}

/** The answer for whoever reads problem details. The words of a defect stay in the log. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = headedFault(error, request, reply);
  const language = chooseLanguage(request.headers['accept-language']);
  return reply
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(fault, language, request.id)));
}
