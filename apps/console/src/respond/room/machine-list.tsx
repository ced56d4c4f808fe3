import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Topic } from '../../../../../areas/topics.ts';
import { useSpeech } from '../../language.tsx';
import { about } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { RECOVERY } from './recovery-words.ts';
import { SWEEP } from './sweep-words.ts';

const PAUSE_MS = 200;
const PAGE = 50;

interface Machine {
  readonly key: string;
  readonly name: string;
  readonly site: string;
  readonly company: string;
  readonly class: string;
}
/** Which of them: by a state, by site, by a part of key or name; and after which key. */
export interface Wanted<S extends string> {
  readonly limit: number;
  readonly state?: S;
  readonly search?: string;
  readonly site?: string;
  readonly after?: string;
}

/** Thousands of machines in a closed list: asked for when it is opened, found by search, page after page. */
export function MachineList<R extends Machine, S extends string>({
  queryKey,
  label,
  states,
  load,
  cells,
}: {
  queryKey: readonly [Topic, ...unknown[]];
  /** What its states are called together. */
  label: string;
  states: readonly { readonly value: S; readonly label: string }[];
  load: (wanted: Wanted<S>, signal: AbortSignal) => Promise<{ rows: readonly R[]; next: string | null }>;
  /** What stands beside each, as cells of a table. */
  cells: (row: R) => ReactNode;
}) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [state, setState] = useState<S | null>(null);
  const [site, setSite] = useState('');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const [where] = useDebouncedValue(site.trim(), PAUSE_MS);
  const query = useInfiniteQuery({
    queryKey: [...queryKey, state, search, where],
    meta: about(queryKey[0]),
    queryFn: ({ pageParam, signal }) =>
      load(
        {
          limit: PAGE,
          ...(state && { state }),
          ...(search && { search }),
          ...(where && { site: where }),
          ...(pageParam && { after: pageParam }),
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: opened,
  });
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{say(RECOVERY.machines)}</summary>
      <Group gap="xs" align="end" className="no-print" my="xs">
        <TextInput
          label={say(SWEEP.search)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          label={say(RECOVERY.site)}
          w={140}
          value={site}
          onChange={(event) => setSite(event.currentTarget.value)}
        />
        <Select
          label={label}
          placeholder={say(SWEEP.all)}
          clearable
          w={160}
          value={state}
          onChange={(next) => setState(next as S | null)}
          data={[...states]}
        />
      </Group>
      {opened && (
        <Loaded query={query}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows);
            if (rows.length === 0) return <Text className="quiet">{say(SWEEP.noHost)}</Text>;
            return (
              <>
                <Table>
                  <Table.Tbody>
                    {rows.map((row) => (
                      <Table.Tr key={row.key}>
                        <Table.Td>
                          {row.name} <span className="quiet">{row.key}</span>
                          <div className="quiet">
                            {[row.site, row.company, row.class].filter(Boolean).join(' · ')}
                          </div>
                        </Table.Td>
                        {cells(row)}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
                {query.hasNextPage && (
                  <Button
                    size="compact-md"
                    variant="subtle"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {say(SWEEP.more)}
                  </Button>
                )}
              </>
            );
          }}
        </Loaded>
      )}
    </details>
  );
}
