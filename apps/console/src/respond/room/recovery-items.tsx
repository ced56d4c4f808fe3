import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ITEM_STATES, type ItemState } from '../../../../../areas/respond/recovery/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { AskForm } from './ask-form.tsx';
import { keysIn } from './host-fields.ts';
import { RECOVERY } from './recovery-words.ts';
import { SWEEP } from './sweep-words.ts';
import { VALUES } from './words.ts';

const STATE = { ...VALUES, restored: RECOVERY.restored } as const;
const TONES: Readonly<Record<ItemState, Tone>> = {
  waiting: 'quiet',
  inProgress: 'response',
  blocked: 'event',
  restored: 'recovery',
  notAffected: 'quiet',
};
const PAUSE_MS = 200;
const PAGE = 50;

/** Which machines: those that are blocked, those of a site, the one somebody telephones about. */
export function RecoveryItems({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [state, setState] = useState<ItemState | null>(null);
  const [site, setSite] = useState('');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(JSON.stringify({ search: typed.trim(), site: site.trim() }), PAUSE_MS);
  const query = useInfiniteQuery({
    queryKey: ['room', id, 'recovery-items', state, asked],
    queryFn: ({ pageParam, signal }) => {
      const wanted = JSON.parse(asked) as { search: string; site: string };
      return call(
        'GET /api/respond/incidents/:id/recovery/items',
        {
          params: { id },
          query: {
            limit: PAGE,
            ...(state && { state }),
            ...(wanted.search && { search: wanted.search }),
            ...(wanted.site && { site: wanted.site }),
            ...(pageParam && { after: pageParam }),
          },
        },
        signal,
      );
    },
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
          label={say(RECOVERY.state)}
          placeholder={say(SWEEP.all)}
          clearable
          w={160}
          value={state}
          onChange={(next) => setState(next as ItemState | null)}
          data={ITEM_STATES.map((value) => ({ value, label: say(STATE[value]) }))}
        />
      </Group>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Text className="quiet">{say(SWEEP.noHost)}</Text>;
          return (
            <>
              <Table>
                <Table.Tbody>
                  {items.map((item) => (
                    <Table.Tr key={item.key}>
                      <Table.Td>
                        {item.name} <span className="quiet">{item.key}</span>
                        <div className="quiet">
                          {[item.site, item.company, item.class].filter(Boolean).join(' · ')}
                        </div>
                      </Table.Td>
                      <Table.Td>
                        {say(RECOVERY.wave)} {item.wave}
                      </Table.Td>
                      <Table.Td>
                        <Mark tone={TONES[item.state]}>{say(STATE[item.state])}</Mark> {item.blocker}
                      </Table.Td>
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
    </details>
  );
}

/** What people report against what is on the board (C9-R6). */
export function Compare({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const [found, setFound] = useState<ReplyOf<'POST /api/respond/incidents/:id/recovery/compare'>>();
  return (
    <div className="no-print">
      <AskForm
        act="POST /api/respond/incidents/:id/recovery/compare"
        label={say(RECOVERY.compare)}
        submit={say(RECOVERY.compare)}
        hint={say(RECOVERY.compareHint)}
        onDone={setFound}
        fields={[{ name: 'keys', label: say(RECOVERY.keys), kind: 'text' }]}
        input={(a) => ({ params: { id }, body: { keys: keysIn(a['keys']) ?? [] } })}
      />
      {found && (
        <div role="status">
          <Text>
            {say(RECOVERY.compared, {
              reported: found.reported.toLocaleString(),
              affected: found.affected.toLocaleString(),
              both: found.both.toLocaleString(),
              onlyAffected: found.onlyAffected.toLocaleString(),
            })}
          </Text>
          {found.onlyReported.length > 0 && (
            <Text style={{ overflowWrap: 'anywhere' }}>
              <Mark tone="event">{say(RECOVERY.onlyReported, { n: found.reported - found.both })}</Mark>{' '}
              {found.onlyReported.slice(0, 50).join(', ')}
              {found.reported - found.both > 50 && ' …'}
            </Text>
          )}
        </div>
      )}
    </div>
  );
}
