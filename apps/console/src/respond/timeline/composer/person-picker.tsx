import { UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../../language.tsx';
import { about } from '../../../queries.ts';
import { people } from '../../../ui/forms/choice-sources.ts';
import type { Chosen } from './kept-draft.ts';
import { COMPOSER } from './words.ts';

const PAUSE_MS = 120;
const MOST = 6;

/** Whom the server finds for what is typed after an @. */
export function usePeopleFound(typed: string | undefined): { found: readonly Chosen[]; settled: boolean } {
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const source = people();
  const query = useQuery({
    queryKey: [...source.key, 'named', asked],
    meta: about(source.topic),
    queryFn: async ({ signal }) => (await source.page(asked ?? '', undefined, signal)).choices.slice(0, MOST),
    enabled: typed !== undefined && asked !== undefined,
    placeholderData: keepPreviousData,
  });
  if (typed === undefined) return { found: [], settled: false };
  return {
    found: (query.data ?? []).map(({ value, label }) => ({ id: String(value), name: label })),
    settled: asked === typed && !query.isFetching,
  };
}

/** The people found, one of them marked; a press or Enter names that one. */
export function PersonPicker({
  id,
  typed,
  found,
  settled,
  marked,
  onPick,
}: {
  id: string;
  typed: string;
  found: readonly Chosen[];
  settled: boolean;
  marked: number;
  onPick: (person: Chosen) => void;
}) {
  const { say } = useSpeech();
  if (found.length === 0)
    return settled ? (
      <div className="composer-none quiet" role="status">
        {say(COMPOSER.nobody, { name: typed })}
      </div>
    ) : null;
  return (
    <div className="composer-people" role="listbox" id={id} aria-label={say(COMPOSER.people)}>
      {found.map((person, n) => (
        <UnstyledButton
          key={person.id}
          id={`${id}-${n}`}
          role="option"
          aria-selected={n === marked}
          tabIndex={-1}
          // The words keep the caret.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          {person.name}
        </UnstyledButton>
      ))}
    </div>
  );
}
