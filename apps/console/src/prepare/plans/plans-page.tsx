import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type Situation, STARTING_SITUATIONS } from '../../../../../areas/prepare/plans/schema.ts';
import { SITUATION_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { REGISTERS } from '../../../../../areas/prepare/register-kinds/words.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { type Entry, everyEntry } from '../registers/all-entries.ts';
import { FIELD_WORDS } from '../registers/words.ts';
import { TITLES } from './titles.ts';
import { PLAN } from './words.ts';

const route = getRouteApi('/shell/prepare/plans');

const h = columnHelper<Entry>();

/** Every plan, its draft beside the version in force. */
export function PlansPage() {
  const { say, language } = useSpeech();
  const manage = useMay()('register.manage');
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const published = useQuery(reading('GET /api/prepare/plans', {}, 'plans'));
  const open = (plan: string, edit = false) =>
    void navigate({ to: '/prepare/plans/$plan', params: { plan }, search: { edit: edit ? '1' : '' } });
  const start = useAct('POST /api/prepare/plans/start', {
    stale: ['registers'],
    done: ({ key }) => open(key, true),
  });
  const inForce = ({ key }: Entry) => published.data?.plans.find((plan) => plan.key === key)?.version;
  const columns = h.columns([
    h.accessor((row) => String(row.entry['name']), {
      id: 'name',
      header: say(W.name),
      size: 300,
      meta: { grow: true },
    }),
    h.accessor((row) => say(SITUATION_WORDS[row.entry['situation'] as Situation]), {
      id: 'situation',
      header: say(FIELD_WORDS.situation),
      size: 180,
    }),
    h.accessor('version', {
      header: say(PLAN.draft),
      size: 110,
      cell: (c) => say(PLAN.version, { version: c.getValue() }),
    }),
    h.accessor(inForce, {
      id: 'inForce',
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
  // Every situation that has no plan yet; which ones have is a matter of the whole register, not of a page of it.
  const plans = useQuery({ ...everyEntry('plans'), enabled: manage });
  const taken = new Set(plans.data?.entries.map(({ entry }) => entry['situation']));
  const left = STARTING_SITUATIONS.filter((situation) => !taken.has(situation));
  const add = manage && (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={start.pending}>{say(W.addEntry)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say(PLAN.startFrom)}</Menu.Label>
        {left.map((situation) => (
          <Menu.Item key={situation} onClick={() => start.run({ body: { situation, language } })}>
            {say(SITUATION_WORDS[situation])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => open('new', true)}>{say(PLAN.writeOwn)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <ListScreen<Entry, string>
      title={say(TITLES.plans)}
      queryKey={['registers', 'plans', 'list', search]}
      load={async (after: string | undefined, signal) => {
        const page = await call(
          'GET /api/prepare/registers/:register',
          { params: { register: 'plans' }, query: { search: search || undefined, after } },
          signal,
        );
        return { rows: page.entries, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.key}
      onOpen={(row) => open(row.key)}
      search={{
        value: search,
        onCommit: (next) => void navigate({ search: { search: next }, replace: true }),
      }}
      create={add}
      empty={say(REGISTERS.plans.empty)}
    />
  );
}
