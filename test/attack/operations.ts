import type { z } from 'zod';
import { contracts as account } from '../../apps/server/auth/contract.ts';
import { FILE_ROUTES } from '../../apps/server/http/file-routes.ts';
import { listContracts } from '../../areas/contract.ts';
import { CONTRACTS } from '../../areas/contracts.ts';
import { draw, type Palette } from './drawing.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Operation {
  readonly key: string;
  readonly method: Method;
  readonly path: string;
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly body?: z.ZodObject | undefined;
  readonly slow: boolean;
}

/** What would take the stage away from under whoever attacks it; each has tests of its own. */
const ENDS_THE_STAGE: ReadonlySet<string> = new Set([
  'POST /api/prepare/organisation/replace-demo',
  'POST /api/account/organisation/reset-demo',
  'POST /api/account/password',
  'DELETE /api/account/sessions/:id',
]);

/** Each answer sets a document, which takes a second or more: they are asked now and then. */
const SETS_A_DOCUMENT: ReadonlySet<string> = new Set([
  'GET /api/learn/report',
  'GET /api/prepare/pack/file',
  'POST /api/prepare/pack/file',
]);

/** Every operation of the product, files included. */
export const OPERATIONS: readonly Operation[] = [
  ...listContracts(CONTRACTS),
  ...listContracts(account),
  ...FILE_ROUTES,
]
  .filter(({ key }) => !ENDS_THE_STAGE.has(key))
  .map(({ key, params, query, body }) => {
    const [method = '', path = ''] = key.split(' ');
    return { key, method: method as Method, path, params, query, body, slow: SETS_A_DOCUMENT.has(key) };
  });

export interface Request {
  readonly key: string;
  readonly method: Method;
  readonly url: string;
  readonly body: unknown;
}

/** One request to an operation, as the palette draws it. */
export function drawRequest({ key, method, path, query, body }: Operation, palette: Palette): Request {
  const url = path.replace(/([^/]+)\/:(\w+)/g, (_, before: string, name: string) => {
    const value = palette.id(name === 'id' ? before : name);
    return `${before}/${encodeURIComponent(value)}`;
  });
  const asked = query ? (draw(query, palette) as Record<string, unknown>) : {};
  const search = new URLSearchParams(
    Object.entries(asked ?? {})
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  ).toString();
  return {
    key,
    method,
    url: search ? `${url}?${search}` : url,
    body: method === 'GET' ? undefined : body ? draw(body, palette) : {},
  };
}
