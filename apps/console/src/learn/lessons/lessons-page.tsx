import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { CAUSE_WORDS } from '../../../../../areas/learn/cases/causes/words.ts';
import { NEED_WORDS, THEME_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { spelledText } from '../../../../../kernel/hedges.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { AppLink } from '../../ui/links.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { W } from '../../words.ts';
import { Said } from '../cases/said.tsx';
import { AdoptButton } from './adopt-button.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { LESSON } from './words.ts';

const route = getRouteApi('/shell/learn/lessons');
type Row = ReplyOf<'GET /api/learn/lessons'>['lessons'][number];
const h = columnHelper<Row>();
const keyOf = (row: Row): string => `${row.caseId} ${row.lesson.id}`;

/** Lessons of all cases; the open one stands beside the list and can be adopted. */
export function LessonsPage() {
  const { say, labelled, language, list } = useSpeech();
  const { search, open, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: Partial<typeof filter & { search: string; open: string }>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor(({ lesson }) => spelledText(lesson.title, language) || lesson.title.ja, {
      id: 'title',
      header: say(LESSON.lesson),
      size: 340,
      meta: { grow: true },
    }),
    h.accessor(({ lesson }) => list(lesson.themes.map((theme) => say(THEME_WORDS[theme]))), {
      id: 'themes',
      header: say(W.theme),
      size: 200,
    }),
    h.accessor(({ lesson }) => (lesson.need ? say(NEED_WORDS[lesson.need]) : '—'), {
      id: 'need',
      header: say(W.need),
      size: 110,
    }),
    h.accessor((row) => row.caseTitle[language] || row.caseTitle.ja, {
      id: 'case',
      header: say(W.cases),
      size: 300,
    }),
  ]);
  const { group, theme, system, party, need } = filter;
  const shownIn = (rows: readonly Row[]) => rows.find((row) => keyOf(row) === open);
  return (
    <ListScreen<Row, string>
      title={say(W.lessons)}
      queryKey={['lessons', group, theme, system, party, need, search]}
      load={async (after: string | undefined, signal) => {
        const page = await call(
          'GET /api/learn/lessons',
          { query: { ...filter, search: search || undefined, after, limit: 100 } },
          signal,
        );
        return { rows: page.lessons, next: page.next };
      }}
      columns={columns}
      rowId={keyOf}
      selected={open}
      onOpen={(row) => set({ open: keyOf(row) })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={<LibraryFilters filter={filter} onChange={set} />}
      empty={say(LESSON.lessonsEmpty)}
    >
      {(rows) => {
        const shown = shownIn(rows);
        return (
          <SideDrawer
            opened={shown !== undefined}
            onClose={() => set({ open: '' })}
            title={say(LESSON.lesson)}
          >
            {shown && (
              <Stack>
                <Title order={2}>{spelledText(shown.lesson.title, language) || shown.lesson.title.ja}</Title>
                <Text lh={1.7}>
                  {shown.lesson.body[language] ? <Said text={shown.lesson.body} /> : shown.lesson.body.ja}
                </Text>
                <Group gap="xs">
                  {shown.lesson.themes.map((each) => (
                    <Badge key={each} variant="outline" color="gray">
                      {say(THEME_WORDS[each])}
                    </Badge>
                  ))}
                  {shown.lesson.need && (
                    <Badge variant="outline" color="gray">
                      {labelled(say(W.need), say(NEED_WORDS[shown.lesson.need]))}
                    </Badge>
                  )}
                </Group>
                <Text className="quiet">
                  {say(CAUSE_WORDS[shown.causeGroup])} ·{' '}
                  <AppLink to="/learn/cases/$id" params={{ id: shown.caseId }} search={{ edit: '' }}>
                    {shown.caseTitle[language] || shown.caseTitle.ja}
                  </AppLink>
                </Text>
                <Group>
                  <AdoptButton caseId={shown.caseId} lessonId={shown.lesson.id} />
                </Group>
              </Stack>
            )}
          </SideDrawer>
        );
      }}
    </ListScreen>
  );
}
