import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api.ts';
import { currentLanguage } from '../language.tsx';
import { about } from '../queries.ts';

const KEY = ['ledger-check'];

/** The last check of the audit log that was asked for in this tab: it stays until it is closed, wherever one goes meanwhile. */
export function useLedgerCheck() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    meta: about(),
    queryFn: async ({ signal }) => ({
      language: currentLanguage(),
      ...(await call('GET /api/ledger/verification', {}, signal)),
    }),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { query, close: () => void client.resetQueries({ queryKey: KEY }) };
}
