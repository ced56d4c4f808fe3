import { Button, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { IMPROVEMENT_STATES } from '../../../../../areas/learn/improvements/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { peopleChoices, usePeople } from '../../prepare/people/people.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { Facet } from '../../ui/facet.tsx';
import { useAct } from '../../ui/form.tsx';
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
    h.accessor('state', {
      header: say(W.state),
      size: 110,
      cell: (c) => say(IMPROVEMENT_WORDS[c.getValue()]),
    }),
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
  const [written, setWritten] = useState(row);
  const set = (patch: Partial<Row>) => setWritten((before) => ({ ...before, ...patch }));
  const people = usePeople();
  const change = useAct('PUT /api/learn/improvements/:id', { stale: ['improvements'], said: say(W.saved) });
  const { title, text, state, ownerId, dueOn } = written;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.run({ params: { id: row.id }, body: { title, text, state, ownerId, dueOn } });
      }}
    >
      <fieldset className="bare" disabled={readOnly}>
        <Stack>
          <TextInput
            label={say(W.title)}
            value={title}
            onChange={(e) => set({ title: e.currentTarget.value })}
            error={change.wrong('title')}
          />
          <Textarea
            label={say(W.body)}
            autosize
            minRows={4}
            value={text}
            onChange={(e) => set({ text: e.currentTarget.value })}
            error={change.wrong('text')}
          />
          <Select
            label={say(W.state)}
            value={state}
            allowDeselect={false}
            onChange={(next) => set({ state: (next ?? state) as Row['state'] })}
            data={IMPROVEMENT_STATES.map((value) => ({ value, label: say(IMPROVEMENT_WORDS[value]) }))}
          />
          <Select
            label={say(IMPROVEMENT.owner)}
            clearable
            searchable
            value={ownerId}
            onChange={(next) => set({ ownerId: next })}
            data={peopleChoices(people)}
            error={change.wrong('ownerId')}
          />
          <TextInput
            type="date"
            label={say(IMPROVEMENT.due)}
            value={dueOn ?? ''}
            onChange={(e) => set({ dueOn: e.currentTarget.value || null })}
            error={change.wrong('dueOn')}
          />
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
            <Button type="submit" loading={change.pending}>
              {say(W.save)}
            </Button>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
