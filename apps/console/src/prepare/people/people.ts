import { useQuery } from '@tanstack/react-query';
import { call, type ReplyOf } from '../../api.ts';

type Person = ReplyOf<'GET /api/prepare/people'>['people'][number];

/** Everybody to choose from; none as long as they are not there. */
export function usePeople({ enabled = true } = {}): readonly Person[] {
  const { data } = useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => call('GET /api/prepare/people', { query: { limit: 500 } }, signal),
    enabled,
  });
  return data?.people ?? [];
}

/** The same for a field that names one of them. */
export const peopleChoices = (people: readonly Person[]): { value: string; label: string }[] =>
  people.map(({ id, name }) => ({ value: id, label: name }));
