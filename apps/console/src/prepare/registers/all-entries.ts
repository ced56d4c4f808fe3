import { queryOptions } from '@tanstack/react-query';
import type { RegisterName } from '../../../../../areas/prepare/register-kinds/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { about } from '../../queries.ts';

export type Entry = ReplyOf<'GET /api/prepare/registers/:register'>['entries'][number];

/** A whole register, page after page: for choices and matrices, which are nothing in part. */
async function allEntries(register: RegisterName, signal: AbortSignal): Promise<{ entries: Entry[] }> {
  const entries: Entry[] = [];
  for (let after: string | undefined; ; ) {
    const page = await call(
      'GET /api/prepare/registers/:register',
      { params: { register }, query: { limit: 500, after } },
      signal,
    );
    entries.push(...page.entries);
    if (page.next === null) return { entries };
    after = page.next;
  }
}

export const everyEntry = (register: RegisterName) =>
  queryOptions({
    queryKey: ['registers', register, 'all'],
    queryFn: ({ signal }) => allEntries(register, signal),
    meta: about('registers'),
  });
