import type { CONTRACTS } from '../../../areas/contracts.ts';
import type { Made, Taken } from '../../../kernel/shape.ts';
import type { contracts as ACCOUNT } from '../../server/auth/contract.ts';
import { currentLanguage } from './language.tsx';
import { ofShown } from './shown-organisation.ts';

type ByKey = typeof CONTRACTS & typeof ACCOUNT;
export type Key = keyof ByKey;
type Part<K extends Key, P extends 'params' | 'query' | 'body'> = ByKey[K] extends {
  readonly [Q in P]: infer S;
}
  ? Taken<S>
  : undefined;

/** What a route wants, by the key of the server's own table; a wrong path, field or type does not compile. */
export type InputOf<K extends Key> = (Part<K, 'params'> extends undefined
  ? { readonly params?: undefined }
  : { readonly params: Part<K, 'params'> }) & {
  readonly query?: Loose<Part<K, 'query'>>;
} & (Part<K, 'body'> extends undefined ? { readonly body?: undefined } : { readonly body: Part<K, 'body'> });
/** Filters that are not set may be handed over as undefined; they are left out of the address. */
type Loose<T> = { readonly [N in keyof T]?: T[N] | undefined };
export type ReplyOf<K extends Key> = Made<ByKey[K]['reply']>;

export interface FieldProblem {
  readonly field: string;
  /** What people call it. */
  readonly name?: string;
  readonly mend: string;
}

/** What is wrong with a field, for where no form shows it at the field. */
export const apart = ({ name, mend }: FieldProblem): string =>
  name ? `${name}${COLON[currentLanguage()]}${mend}` : mend;

/** What the server said was wrong, in the user's language. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: readonly FieldProblem[];
  /** The sign-in library's own name of what was wrong; '' for ours. */
  readonly code: string;
  constructor(status: number, message: string, fields: readonly FieldProblem[] = [], code = '') {
    super(message);
    this.status = status;
    this.fields = fields;
    this.code = code;
  }

  /** What was wrong and every mend, for where no form shows them at its fields. */
  get whole(): string {
    return [this.message, ...this.fields.map(apart)].join(COLON[currentLanguage()]);
  }
}

const COLON = { ja: '：', en: ': ' };
const UNREACHABLE = {
  ja: 'サーバーに接続できません。入力内容は保持されています。接続を確認して、もう一度お試しください',
  en: 'Cannot reach the server. Your input is kept. Check the connection and try again',
};

/** What an answer that was none says, in the user's language. */
export async function readProblem(answer: Response): Promise<ApiError> {
  const problem = (await answer.json().catch(() => ({}))) as {
    title?: string;
    detail?: string;
    message?: string;
    code?: string;
    errors?: FieldProblem[];
  };
  const words = [problem.title ?? problem.message, problem.detail]
    .filter(Boolean)
    .join(COLON[currentLanguage()]);
  return new ApiError(answer.status, words || `${answer.status}`, problem.errors, problem.code);
}

async function exchange(
  method: string,
  url: string,
  content?: { readonly body: BodyInit; readonly type: string },
  signal?: AbortSignal,
): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      'accept-language': currentLanguage(),
      ...ofShown(),
      ...(content && { 'content-type': content.type }),
    },
    ...(content && { body: content.body }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(0, UNREACHABLE[currentLanguage()]);
  });
  if (!answer.ok) throw await readProblem(answer);
  return answer.json();
}

/** A JSON request as the signed-in user. @throws ApiError */
export const request = (
  method: string,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<unknown> =>
  exchange(
    method,
    url,
    body === undefined ? undefined : { body: JSON.stringify(body), type: 'application/json' },
    signal,
  );

/** Hands a file in as it is. @throws ApiError */
export const sendFile = (url: string, file: File): Promise<unknown> =>
  exchange('POST', url, { body: file, type: 'application/octet-stream' });

export async function call<K extends Key>(
  key: K,
  input: InputOf<K>,
  signal?: AbortSignal,
): Promise<ReplyOf<K>> {
  const {
    params = {},
    query = {},
    body,
  } = input as unknown as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const [method = 'GET', pattern = ''] = key.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const url = search.size > 0 ? `${path}?${search}` : path;
  return (await request(method, url, body, signal)) as ReplyOf<K>;
}
