import type { QueryClient } from '@tanstack/react-query';
import type { Topic } from '../../../areas/topics.ts';
import { call, type InputOf, type Key, type ReplyOf } from './api.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly topics: readonly Topic[] };
  }
}

type Read = Extract<Key, `GET ${string}`>;

/** What data is about: a line of the ledger, or an act, that touches one of these has it asked for again. */
export const about = (...topics: readonly Topic[]): { readonly topics: readonly Topic[] } => ({ topics });

/** The same question is the same data, whoever asks it. */
type Question = readonly [route: Read, params: object, query: object];

interface Reading<K extends Read> {
  readonly queryKey: Question;
  readonly queryFn: (asked: { readonly signal: AbortSignal }) => Promise<ReplyOf<K>>;
  readonly meta: { readonly topics: readonly Topic[] };
}

export const keyOf = <K extends Read>(route: K, input: InputOf<K>): Question => [
  route,
  input.params ?? {},
  input.query ?? {},
];

/** A question to a route of the server's table, kept under its own key. */
export const reading = <K extends Read>(
  route: K,
  input: InputOf<K>,
  ...topics: readonly Topic[]
): Reading<K> => ({
  queryKey: keyOf(route, input),
  queryFn: ({ signal }) => call(route, input, signal),
  meta: about(...topics),
});

/** Has everything asked for again that is about one of these. */
export function lookAgain(client: QueryClient, topics: Iterable<Topic>): void {
  const touched = new Set(topics);
  void client.invalidateQueries({
    predicate: ({ meta }) => meta?.topics.some((each) => touched.has(each)) === true,
  });
}
