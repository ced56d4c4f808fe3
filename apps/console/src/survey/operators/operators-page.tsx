import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { LIST_WORDS } from '../../../../../areas/survey/editions/words.ts';
import { WAY_WORDS } from '../../../../../areas/survey/operators/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { Facet } from '../../ui/facet.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { OPERATORS } from './words.ts';

const OperatorDrawer = lazyPart(() => import('./operator-drawer.tsx'), 'OperatorDrawer');
const EditOperator = lazyPart(() => import('./edit-operator.tsx'), 'EditOperator');
const SilentOperators = lazyPart(() => import('./silent-operators.tsx'), 'SilentOperators');

const route = getRouteApi('/shell/survey/operators');
export type Operator = ReplyOf<'GET /api/survey/operators'>['operators'][number];
const h = columnHelper<Operator>();
/** In the address: one that is not there yet; no id has such a letter. */
const NEW = '+';
const YES_NO = ['yes', 'no'] as const;

/** Whom the survey covers: sector in two lists, contacts, verified or not, the way reports take. */
export function OperatorsPage() {
  const { say, list, language } = useSpeech();
  const manage = useMay()('survey.manage');
  const { search, verified, ended, open } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const [silent, setSilent] = useState(false);
  const lists = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists')).data?.lists ?? [];
  const nameOf = (list: 'sectors' | 'designated', key: string | null): string =>
    lists.find((each) => each.list === list)?.entries.find((each) => each.key === key)?.name[language] ??
    key ??
    '—';
  const columns = h.columns([
    h.accessor('name', { header: say(OPERATORS.name), size: 260, meta: { grow: true } }),
    h.accessor((row) => nameOf('sectors', row.sector), {
      id: 'sector',
      header: say(LIST_WORDS.sectors),
      size: 160,
    }),
    h.accessor((row) => nameOf('designated', row.designated), {
      id: 'designated',
      header: say(OPERATORS.designated),
      size: 160,
    }),
    h.accessor((row) => say(WAY_WORDS[row.way]), {
      id: 'way',
      header: say(OPERATORS.way),
      size: 180,
      cell: ({ row: { original } }) => (
        <>
          {say(WAY_WORDS[original.way])}{' '}
          {original.via !== '' && <span className="quiet">{original.via}</span>}
        </>
      ),
    }),
    h.accessor((row) => list(row.contacts.map(({ name }) => name)), {
      id: 'contacts',
      header: say(OPERATORS.contacts),
      size: 180,
    }),
    h.accessor((row) => say(row.verifiedAt ? OPERATORS.yes : OPERATORS.no), {
      id: 'verified',
      header: say(OPERATORS.verified),
      size: 120,
      cell: (cell) => (
        <Mark tone={cell.row.original.verifiedAt ? 'recovery' : 'event'}>{cell.getValue()}</Mark>
      ),
    }),
    h.accessor('changedAt', {
      header: say(W.changedAt),
      size: 120,
      cell: (cell) => <Ago at={cell.getValue()} />,
      meta: { extra: true },
    }),
  ]);
  return (
    <ListScreen<Operator, string>
      title={say(TITLES.operators)}
      queryKey={['survey-operators', search, verified, ended]}
      load={async (after: string | undefined, signal) => {
        const query = { search: search || undefined, verified, ended, after, limit: 100 };
        const page = await call('GET /api/survey/operators', { query }, signal);
        return { rows: page.operators, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      selected={open}
      onOpen={(row) => set({ open: row.id })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <>
          <Facet
            label={say(OPERATORS.verified)}
            value={verified}
            values={YES_NO}
            words={{ yes: OPERATORS.yes, no: OPERATORS.no }}
            onChange={(next) => set({ verified: next })}
          />
          <Facet
            label={say(OPERATORS.registered)}
            value={ended}
            values={YES_NO}
            words={{ yes: OPERATORS.ended, no: OPERATORS.inUse }}
            onChange={(next) => set({ ended: next })}
          />
        </>
      }
      tools={
        <Button variant="default" onClick={() => setSilent(true)}>
          {say(OPERATORS.silent)}
        </Button>
      }
      create={manage && <Button onClick={() => set({ open: NEW })}>{say(OPERATORS.add)}</Button>}
      empty={say(OPERATORS.empty)}
    >
      {() => (
        <>
          {open === NEW && manage && (
            <SideDrawer onClose={() => set({ open: '' })} size="xl" title={say(OPERATORS.add)}>
              <Part height={320}>
                <EditOperator operator={undefined} lists={lists} onDone={() => set({ open: '' })} />
              </Part>
            </SideDrawer>
          )}
          {open !== '' && open !== NEW && (
            <Part>
              <OperatorDrawer key={open} id={open} lists={lists} onClose={() => set({ open: '' })} />
            </Part>
          )}
          <SideDrawer opened={silent} onClose={() => setSilent(false)} title={say(OPERATORS.silent)}>
            <Part height={320}>
              <SilentOperators
                nameOf={nameOf}
                onOpen={(id) => {
                  setSilent(false);
                  set({ open: id });
                }}
              />
            </Part>
          </SideDrawer>
        </>
      )}
    </ListScreen>
  );
}
