import { Button, Group, Menu, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SITUATIONS } from '../../../../../areas/prepare/plans/schema.ts';
import { REGISTERS } from '../../../../../areas/prepare/register-kinds/words.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { columnHelper, DataTable } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { usePages } from '../../ui/pages.ts';
import { Empty } from '../../ui/query-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import type { Entry } from '../registers/all-entries.ts';
import { FIELD_WORDS, VALUE_WORDS } from '../registers/words.ts';
import { TITLES } from './titles.ts';
import { PLAN } from './words.ts';

const route = getRouteApi('/shell/prepare/plans');

interface Row {
  readonly key: string;
  readonly name: string;
  readonly situation: string;
  readonly version: number;
  readonly inForce: number | undefined;
  readonly changedAt: string;
}
const h = columnHelper<Row>();

/** Every plan, its draft beside the version in force. */
export function PlansPage() {
  const { say, language } = useSpeech();
  const manage = useMay()('register.manage');
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows: drafts, query } = usePages<Entry, string>(
    ['registers', 'plans', 'list', search],
    async (after, signal) => {
      const page = await call(
        'GET /api/prepare/registers/:register',
        { params: { register: 'plans' }, query: { search: search || undefined, after } },
        signal,
      );
      return { rows: page.entries, next: page.next };
    },
  );
  const published = useQuery(reading('GET /api/prepare/plans', {}, 'plans'));
  const open = (plan: string, edit = false) =>
    void navigate({ to: '/prepare/plans/$plan', params: { plan }, search: { edit: edit ? '1' : '' } });
  const start = useAct('POST /api/prepare/plans/start', {
    stale: ['registers'],
    done: ({ key }) => open(key, true),
  });
  const rows = drafts.map(
    ({ key, version, entry, changedAt }): Row => ({
      key,
      version,
      changedAt,
      name: String(entry['name']),
      situation: String(entry['situation']),
      inForce: published.data?.plans.find((plan) => plan.key === key)?.version,
    }),
  );
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 300, meta: { grow: true } }),
    h.accessor('situation', {
      header: say(FIELD_WORDS['situation'] ?? W.name),
      size: 180,
      cell: (c) => say(VALUE_WORDS[c.getValue()] ?? W.any),
    }),
    h.accessor('version', {
      header: say(PLAN.draft),
      size: 110,
      cell: (c) => say(PLAN.version, { version: c.getValue() }),
    }),
    h.accessor('inForce', {
      header: say(PLAN.inForce),
      size: 150,
      cell: (c) => {
        const version = c.getValue();
        return version === undefined ? (
          <Mark tone="quiet">{say(PLAN.neverPublished)}</Mark>
        ) : (
          <Mark tone="recovery">{say(PLAN.version, { version })}</Mark>
        );
      },
    }),
    h.accessor('changedAt', { header: say(W.changedAt), size: 140, cell: (c) => <Ago at={c.getValue()} /> }),
  ]);
  const taken = new Set(drafts.map(({ entry }) => entry['situation']));
  const left = SITUATIONS.filter((situation) => situation !== 'other' && !taken.has(situation));
  const add = manage && (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={start.pending}>{say(W.addEntry)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say(PLAN.startFrom)}</Menu.Label>
        {left.map((situation) => (
          <Menu.Item key={situation} onClick={() => start.run({ body: { situation, language } })}>
            {say(VALUE_WORDS[situation] ?? W.any)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => open('new', true)}>{say(PLAN.writeOwn)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.plans)}</Title>
        <Group gap="sm">
          <SearchBox
            value={search}
            onCommit={(next) => void navigate({ search: { search: next }, replace: true })}
          />
          {add}
        </Group>
      </Group>
      <DataTable
        columns={columns}
        rows={rows}
        rowId={(row) => row.key}
        query={query}
        label={say(TITLES.plans)}
        onOpen={(row) => open(row.key)}
        empty={<Empty text={say(REGISTERS.plans.empty)}>{add}</Empty>}
      />
    </div>
  );
}
