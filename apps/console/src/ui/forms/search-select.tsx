import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { about } from '../../queries.ts';
import type { Choice } from './ask-types.ts';
import type { ChoiceSource } from './choice-sources.ts';
import { useNames } from './use-names.ts';
import { FORM } from './words.ts';

const PAUSE_MS = 150;

export interface SearchField {
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly onBlur?: () => void;
  readonly w?: number | string;
  readonly 'data-autofocus'?: boolean;
}

/** What the server finds for what is typed, page after page, with whatever is chosen shown by its name. */
function useFound(
  source: ChoiceSource,
  chosen: readonly string[],
  known: Readonly<Record<string, string>>,
  without: readonly string[] = [],
) {
  const { say } = useSpeech();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, PAUSE_MS);
  const [opened, setOpened] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: [...source.key, asked],
    meta: about(source.topic),
    queryFn: ({ pageParam, signal }) => source.page(asked, pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: opened,
  });
  const found = pages.data?.pages.flatMap(({ choices }) => choices) ?? [];
  const unnamed = chosen.filter((value) => !known[value] && !found.some((each) => each.value === value));
  const nameOf = useNames(source, unnamed);
  const kept: Choice[] = chosen
    .filter((value) => !found.some((each) => each.value === value))
    .map((value) => ({ value, label: known[value] ?? nameOf(value) ?? value }));
  const data = [...kept, ...found.filter(({ value }) => !without.includes(value))];
  return {
    data,
    searchable: true,
    openOnFocus: false,
    // What was found was found by the server, by more than the label.
    filter: ({ options }: { options: Choice[] }) => options,
    onDropdownOpen: () => setOpened(true),
    onSearchChange: (next: string) => {
      // The box shows a chosen one by its label; that is not a search.
      if (data.some((each) => each.label === next)) return;
      setOpened(true);
      setSearch(next);
    },
    nothingFoundMessage: say(pages.isFetching || search !== asked ? FORM.searching : FORM.nothingFound),
    scrollAreaProps: {
      onBottomReached: () => {
        if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
      },
    },
  };
}

/** Chooses one of however many. */
export function SearchSelect({
  source,
  value,
  known,
  clearable,
  without,
  onChange,
  ...field
}: SearchField & {
  source: ChoiceSource;
  value: string;
  /** May be emptied; what is not required may. */
  clearable?: boolean;
  /** Not to be chosen: chosen already. */
  without?: readonly string[];
  /** The name of the chosen one, where it is known. */
  known?: string | undefined;
  onChange: (value: string | null) => void;
}) {
  const { filter, ...found } = useFound(
    source,
    value ? [value] : [],
    known && value ? { [value]: known } : {},
  );
  return (
    <Select
      {...field}
      {...found}
      filter={filter as never}
      clearable={clearable ?? !field.required}
      allowDeselect={clearable ?? !field.required}
      value={value || null}
      onChange={onChange}
    />
  );
}

/** Chooses any number of however many. */
export function SearchMultiSelect({
  source,
  value,
  onChange,
  ...field
}: SearchField & {
  source: ChoiceSource;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const { filter, ...found } = useFound(source, value, {});
  return (
    <MultiSelect {...field} {...found} filter={filter as never} value={[...value]} onChange={onChange} />
  );
}
