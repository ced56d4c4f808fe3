import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { about, reading } from '../queries.ts';

export const useOpenIncidents = () =>
  useQuery(reading('GET /api/respond/incidents', { query: { state: 'open', limit: 20 } }, 'incidents'));

/** Of pages, those that wait for who looks, and for an answer they may give. */
export const ownOf = <P extends { readonly mine: boolean; readonly mayAnswer: boolean }>(
  pages: readonly P[] | undefined,
): P[] => (pages ?? []).filter(({ mine, mayAnswer }) => mine && mayAnswer);

/** Pages somebody should still answer: being called now, or called in vain. */
export function useUnansweredPages() {
  return useQuery({
    queryKey: ['pages', 'unanswered'],
    meta: about('pages'),
    queryFn: async ({ signal }) => {
      const [seeking, exhausted] = await Promise.all([
        call('GET /api/respond/pages', { query: { state: 'seeking', limit: 20 } }, signal),
        call('GET /api/respond/pages', { query: { state: 'exhausted', limit: 20 } }, signal),
      ]);
      return [...seeking.pages, ...exhausted.pages];
    },
  });
}
