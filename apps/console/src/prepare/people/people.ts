import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../api.ts';
import { reading } from '../../queries.ts';

type Person = ReplyOf<'GET /api/prepare/people'>['people'][number];

/** Everybody to choose from; none as long as they are not there. */
export function usePeople({ enabled = true } = {}): readonly Person[] {
  const { data } = useQuery({
    ...reading('GET /api/prepare/people', { query: { limit: 500 } }, 'people'),
    enabled,
  });
  return data?.people ?? [];
}

/** The same for a field that names one of them. */
export const peopleChoices = (people: readonly Person[]): { value: string; label: string }[] =>
  people.map(({ id, name }) => ({ value: id, label: name }));
