import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LIST_WORDS } from '../../../../../areas/survey/editions/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import '../desk/desk.css';
import { TITLES } from './titles.ts';
import { LISTS } from './words.ts';

const EditList = lazyPart(() => import('./edit-list.tsx'), 'EditList');
const EditDeadlines = lazyPart(() => import('./edit-deadlines.tsx'), 'EditDeadlines');
const ListEditions = lazyPart(() => import('./list-editions.tsx'), 'ListEditions');
const route = getRouteApi('/shell/survey/lists');
/** In the address: what is open, where it is no list. */
const DEADLINES = 'deadlines';
export type SurveyList = ReplyOf<'GET /api/survey/lists'>['lists'][number];

/** Sectors, types, causes and who publishes: what reports are written and counted by, in editions. */
export function ListsPage() {
  const { say } = useSpeech();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (list: string) => void navigate({ search: { open: list }, replace: true });
  const query = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists'));
  const deadlines = useQuery(reading('GET /api/survey/deadlines', {}, 'survey-lists'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.lists)}</Title>
      <Text className="quiet">{say(LISTS.hint)}</Text>
      <Loaded query={query}>
        {({ lists }) => {
          const shown = lists.find(({ list }) => list === open);
          return (
            <>
              <ul className="report-list">
                {lists.map(({ list, edition, entries, since }) => (
                  <li key={list}>
                    <Button variant="subtle" size="compact-md" onClick={() => show(list)}>
                      {say(LIST_WORDS[list])}
                    </Button>{' '}
                    <span className="quiet">{say(LISTS.summary, { edition, n: entries.length })}</span>{' '}
                    {since ? <Ago at={since} /> : <span className="quiet">{say(LISTS.brought)}</span>}
                  </li>
                ))}
                <li>
                  <Loaded query={deadlines} place={{ className: '', height: 30 }}>
                    {({ editions: [newest] }) =>
                      newest && (
                        <>
                          <Button variant="subtle" size="compact-md" onClick={() => show(DEADLINES)}>
                            {say(LISTS.deadlines)}
                          </Button>{' '}
                          <span className="quiet">{say(LISTS.edition, { n: newest.edition })}</span>{' '}
                          {newest.since ? (
                            <Ago at={newest.since} />
                          ) : (
                            <span className="quiet">{say(LISTS.brought)}</span>
                          )}
                        </>
                      )
                    }
                  </Loaded>
                </li>
              </ul>
              {open === DEADLINES && (
                <SideDrawer onClose={() => show('')} size="xl" title={say(LISTS.deadlines)}>
                  <Loaded query={deadlines}>
                    {({ editions }) => (
                      <Part height={400}>
                        <EditDeadlines editions={editions} onDone={() => show('')} />
                      </Part>
                    )}
                  </Loaded>
                </SideDrawer>
              )}
              {shown && (
                <SideDrawer onClose={() => show('')} size="xl" title={say(LIST_WORDS[shown.list])}>
                  <Part height={400}>
                    <EditList key={shown.list} given={shown} onDone={() => show('')} />
                    <ListEditions list={shown.list} />
                  </Part>
                </SideDrawer>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
