import { useEffect, useRef } from 'react';
import { call, type ReplyOf } from '../api.ts';

type Page = ReplyOf<'GET /api/respond/pages'>['pages'][number];

/** Not seen yet, as far as anybody knows. */
const UNSEEN: ReadonlySet<string> = new Set(['sending', 'accepted', 'delivered']);

/** Tells that a page to this person is on their screen, once, and only while somebody can look at it. */
export function useTellSeen(personId: string | undefined, pages: readonly Page[]): void {
  const told = useRef(new Set<string>());
  const unseen = pages
    .filter(({ attempts }) => attempts.some((each) => each.personId === personId && UNSEEN.has(each.state)))
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const tell = (): void => {
      if (document.visibilityState !== 'visible') return;
      for (const id of unseen.split(' ').filter((each) => each !== '' && !told.current.has(each))) {
        told.current.add(id);
        // Proof for whoever commands, and nothing the person has to know of; the next look tries again.
        call('POST /api/respond/pages/:id/seen', { params: { id } }).catch(() => told.current.delete(id));
      }
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [unseen]);
}
