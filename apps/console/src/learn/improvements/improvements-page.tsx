import { Button, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { contracts as IMPROVEMENTS_ROUTES } from '../../../../../areas/learn/improvements/contract.ts';
import { IMPROVEMENT_STATES } from '../../../../../areas/learn/improvements/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/dates/date-field.tsx';
import { Facet } from '../../ui/facet.tsx';
import { PersonSelect } from '../../ui/forms/selects.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { AppLink, ButtonLink } from '../../ui/links.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { IMPROVEMENT_WORDS, W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { IMPROVEMENT } from './words.ts';

const route = getRouteApi('/shell/learn/improvements');
type Row = ReplyOf<'GET /api/learn/improvements'>['improvements'][number];
const h = columnHelper<Row>();

/** What is to be done better, with the lesson it comes from. */
export function ImprovementsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { state, search, open } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: { state?: typeof state; search?: string; open?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor('title', { header: say(W.title), size: 340, meta: { grow: true } }),
    h.accessor((row) => say(IMPROVEMENT_WORDS[row.state]), { id: 'state', header: say(W.state), size: 110 }),
    h.accessor((row) => row.ownerName ?? '—', { id: 'owner', header: say(IMPROVEMENT.owner), size: 160 }),
    h.accessor((row) => row.dueOn ?? '—', { id: 'due', header: say(IMPROVEMENT.due), size: 110 }),
    h.accessor('changedAt', { header: say(W.changedAt), size: 130, cell: (c) => <Ago at={c.getValue()} /> }),
  ]);
  const shownIn = (rows: readonly Row[]) => rows.find(({ id }) => id === open);
  return (
    <ListScreen<Row, string>
      title={say(TITLES.improvements)}
      queryKey={['improvements', state, search]}
      load={async (before: string | undefined, signal) => {
        const page = await call(
          'GET /api/learn/improvements',
          { query: { state, search: search || undefined, before, limit: 100 } },
          signal,
        );
        return { rows: page.improvements, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      selected={open}
      onOpen={(row) => set({ open: row.id })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <Facet
          label={say(W.state)}
          value={state}
          values={IMPROVEMENT_STATES}
          words={IMPROVEMENT_WORDS}
          onChange={(next) => set({ state: next })}
        />
      }
      empty={say(IMPROVEMENT.improvementsEmpty)}
      emptyAction={
        <ButtonLink to="/learn/lessons" variant="default">
          {say(W.lessons)}
        </ButtonLink>
      }
    >
      {(rows) => {
        const shown = shownIn(rows);
        return (
          <SideDrawer
            opened={shown !== undefined}
            onClose={() => set({ open: '' })}
            title={say(IMPROVEMENT.improvement)}
          >
            {shown && <Edit key={shown.id} row={shown} readOnly={!may('case.write')} />}
          </SideDrawer>
        );
      }}
    </ListScreen>
  );
}

function Edit({ row, readOnly }: { row: Row; readOnly: boolean }) {
  const { say, language } = useSpeech();
  const form = useRouteForm(IMPROVEMENTS_ROUTES, 'PUT /api/learn/improvements/:id', {
    given: { id: row.id },
    begin: {
      title: row.title,
      text: row.text,
      state: row.state,
      ownerId: row.ownerId ?? '',
      dueOn: row.dueOn ?? '',
    },
    stale: ['improvements'],
    said: say(W.saved),
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <fieldset className="bare" disabled={readOnly}>
        <Stack>
          <TextInput {...form.text('title', say(W.title))} />
          <Textarea {...form.text('text', say(W.body))} autosize minRows={4} />
          <Select
            {...form.choice('state', say(W.state))}
            allowDeselect={false}
            data={IMPROVEMENT_STATES.map((value) => ({ value, label: say(IMPROVEMENT_WORDS[value]) }))}
          />
          <PersonSelect
            {...form.pick('ownerId', say(IMPROVEMENT.owner))}
            known={form.values.ownerId === row.ownerId ? (row.ownerName ?? undefined) : undefined}
          />
          <DateField {...form.choice('dueOn', say(IMPROVEMENT.due))} />
          {row.proofs.length > 0 && (
            <div>
              <Text fw={700}>{say(IMPROVEMENT.proofs)}</Text>
              {row.proofs.map(({ id, number, title: called }) => (
                <AppLink key={id} to="/respond/incidents/$id" params={{ id }}>
                  #{number} {called}
                </AppLink>
              ))}
            </div>
          )}
          {row.caseId && row.caseTitle && (
            <Text className="quiet">
              {say(IMPROVEMENT.fromLesson)}:{' '}
              <AppLink to="/learn/cases/$id" params={{ id: row.caseId }} search={{ edit: '' }}>
                {row.caseTitle[language] || row.caseTitle.ja}
              </AppLink>
            </Text>
          )}
          {!readOnly && (
            <Button type="submit" loading={form.pending}>
              {say(W.save)}
            </Button>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
