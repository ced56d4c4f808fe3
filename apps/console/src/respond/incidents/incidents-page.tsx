import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Situation } from '../../../../../areas/prepare/plans/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useChoices } from '../../prepare/registers/use-choices.ts';
import { FIELD_WORDS } from '../../prepare/registers/words.ts';
import { columnHelper, DataTable } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { IncidentState, Severity } from '../../ui/mark.tsx';
import { usePages } from '../../ui/pages.ts';
import { Empty } from '../../ui/query-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Ago } from '../../ui/time.tsx';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { ROOM } from '../room/words.ts';
import { SituationSelect } from './situation-select.tsx';
import { TITLES } from './titles.ts';
import { INCIDENTS } from './words.ts';

const route = getRouteApi('/shell/respond');
type Incident = ReplyOf<'GET /api/respond/incidents'>['incidents'][number];
const h = columnHelper<Incident>();

export function IncidentsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { state, search, declare } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: { state?: typeof state; search?: string; declare?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor('number', { header: say(W.number), size: 64, cell: (c) => `#${c.getValue()}` }),
    h.accessor('state', {
      header: say(W.state),
      size: 110,
      cell: (c) => <IncidentState state={c.getValue()} />,
    }),
    h.accessor('severity', {
      header: say(W.severity),
      size: 100,
      cell: (c) => <Severity level={c.getValue()} />,
    }),
    h.accessor((row) => (row.drill ? `【${say(W.drill)}】${row.title}` : row.title), {
      id: 'title',
      header: say(W.title),
      size: 360,
      meta: { grow: true },
    }),
    h.accessor('signals', {
      header: say(W.signals),
      size: 90,
      meta: { align: 'end' },
      cell: (c) => c.getValue().toLocaleString(),
    }),
    h.accessor('declaredAt', {
      header: say(W.declaredAt),
      size: 140,
      cell: (c) => <Ago at={c.getValue()} />,
    }),
  ]);
  const { rows, query } = usePages<Incident, number>(['incidents', state, search], async (before, signal) => {
    const page = await call(
      'GET /api/respond/incidents',
      { query: { state, search: search || undefined, before, limit: 200 } },
      signal,
    );
    return { rows: page.incidents, next: page.next };
  });
  const button = may('incident.declare') && (
    <Button onClick={() => set({ declare: 'yes' })}>{say(W.declare)}</Button>
  );
  return (
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.incidents)}</Title>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={say(W.state)}
            value={state}
            onChange={(next) => set({ state: next as typeof state })}
            data={(['any', 'open', 'resolved', 'closed'] as const).map((value) => ({
              value,
              label: say(W[value]),
            }))}
          />
          <SearchBox value={search} onCommit={(next) => set({ search: next })} />
          {button}
        </Group>
      </Group>
      <DataTable
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        query={query}
        label={say(TITLES.incidents)}
        onOpen={(row) => void navigate({ to: '/respond/incidents/$id', params: { id: row.id } })}
        empty={<Empty text={say(INCIDENTS.incidentsEmpty)}>{button}</Empty>}
      />
      {declare && <Declare onClose={() => set({ declare: '' })} />}
    </div>
  );
}

function Declare({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [severity, setSeverity] = useState('2');
  const [situation, setSituation] = useState<Situation | null>(null);
  const [note, setNote] = useState('');
  const [page, setPage] = useState(true);
  const [drill, setDrill] = useState(false);
  const [restricted, setRestricted] = useState(false);
  const [site, setSite] = useState<string | null>(null);
  const sites = useChoices('site') ?? [];
  const declare = useAct('POST /api/respond/incidents', {
    stale: ['incidents'],
    done: ({ id }) => void navigate({ to: '/respond/incidents/$id', params: { id } }),
  });
  return (
    <Modal opened onClose={onClose} title={say(W.declare)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          declare.run({
            body: { title, severity: Number(severity), situation, site, drill, restricted, page, note },
          });
        }}
      >
        <Stack>
          <TextInput
            label={say(W.title)}
            value={title}
            onChange={(e) => setTitle(e.currentTarget.value)}
            error={declare.wrong('title')}
            required
            data-autofocus
          />
          <Select
            label={say(W.severity)}
            value={severity}
            onChange={(value) => setSeverity(value ?? '2')}
            allowDeselect={false}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
          />
          <SituationSelect value={situation} onChange={setSituation} />
          {sites.length > 0 && (
            <Select
              label={say(FIELD_WORDS['site'] ?? W.any)}
              value={site}
              clearable
              searchable
              onChange={setSite}
              data={sites}
            />
          )}
          <Textarea
            label={say(W.note)}
            value={note}
            onChange={(e) => setNote(e.currentTarget.value)}
            autosize
            minRows={3}
            error={declare.wrong('note')}
          />
          <Checkbox
            label={say(W.pageOnDuty)}
            checked={page}
            onChange={(e) => setPage(e.currentTarget.checked)}
          />
          <Checkbox
            label={say(ROOM.asDrill)}
            checked={drill}
            onChange={(e) => setDrill(e.currentTarget.checked)}
          />
          <Checkbox
            label={say(ROOM.declareRestricted)}
            checked={restricted}
            onChange={(e) => {
              setRestricted(e.currentTarget.checked);
              // Nobody but whoever declares it may see it yet: there is nobody to call.
              if (e.currentTarget.checked) setPage(false);
            }}
            error={declare.wrong('restricted')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {say(W.cancel)}
            </Button>
            <Button type="submit" loading={declare.pending}>
              {say(INCIDENTS.declareShort)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
