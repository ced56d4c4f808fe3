import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetKind } from '../../../../../areas/prepare/assets/schema.ts';
import { reading } from '../../queries.ts';

const SHOWN = 50;
const PAUSE_MS = 150;

/** Chooses one of however many systems: the server searches, the list shows the first that fit. */
export function AssetSelect({
  label,
  value,
  onChange,
  kind,
  ...field
}: {
  label: string;
  /** Only of this kind; left out, of any but single hosts. */
  kind?: AssetKind;
  value: string;
  onChange: (key: string | null) => void;
  error?: string | undefined;
  required?: boolean;
}) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, PAUSE_MS);
  const query = useQuery({
    ...reading(
      'GET /api/prepare/assets',
      { query: { search: asked, limit: SHOWN, ...(kind && { kind }) } },
      'assets',
    ),
    placeholderData: keepPreviousData,
  });
  const found = (query.data?.assets ?? []).map(({ key, name }) => ({
    value: key,
    label: `${name} (${key})`,
  }));
  // What is chosen stays shown when the search has moved on.
  const data =
    value && !found.some((each) => each.value === value) ? [{ value, label: value }, ...found] : found;
  return (
    <Select
      {...field}
      label={label}
      searchable
      clearable={!field.required}
      openOnFocus={false}
      data={data}
      filter={({ options }) => options}
      value={value || null}
      onChange={onChange}
      onSearchChange={(next) => {
        // The box shows a chosen one by its label; that is not a search.
        if (!data.some((each) => each.label === next)) setSearch(next);
      }}
    />
  );
}
