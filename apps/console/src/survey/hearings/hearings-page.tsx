import './hearings.css';
import { Button, Group, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import type { HearingState } from '../../../../../areas/survey/hearings/schema.ts';
import { HEARING_STATE_WORDS, MODE_WORDS } from '../../../../../areas/survey/hearings/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { about } from '../../queries.ts';
import { shortTime } from '../../ui/dates/wall.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { MorePages } from '../../ui/more-pages.tsx';
import { Part } from '../../ui/part.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { TITLES } from './titles.ts';
import { HEARING } from './words.ts';

const PlanForm = lazyPart(() => import('./plan-form.tsx'), 'PlanForm');
export const STATE_TONES: Readonly<Record<HearingState, Tone>> = {
  planned: 'quiet',
  open: 'response',
  completed: 'recovery',
  cancelled: 'quiet',
};

/** All hearings, the latest first. */
export function HearingsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['survey-hearings', 'list'],
    meta: about('survey-hearings'),
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/survey/hearings', { query: { before: pageParam ?? undefined } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const plan = may('survey.manage') && <Button onClick={() => setPlanning(true)}>{say(HEARING.plan)}</Button>;
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.hearings)}</Title>
        {plan}
      </Group>
      <Loaded query={query}>
        {({ pages }) =>
          pages[0]?.hearings.length === 0 ? (
            <Empty text={say(HEARING.empty)} />
          ) : (
            <ul className="hearing-list">
              {pages
                .flatMap(({ hearings }) => hearings)
                .map(({ id, number, title, state, startsAt, mode, place }) => (
                  <li key={id}>
                    <AppLink to="/survey/hearings/$id" params={{ id }}>
                      {number === null ? '' : receiptNumber(number)} {title}
                    </AppLink>
                    <span className="quiet">
                      {shortTime(startsAt)} · {say(MODE_WORDS[mode])} {place}
                    </span>
                    <Mark tone={STATE_TONES[state]}>{say(HEARING_STATE_WORDS[state])}</Mark>
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
      <MorePages query={query} />
      <SideDrawer opened={planning} onClose={() => setPlanning(false)} title={say(HEARING.plan)}>
        <Part height={480}>
          <PlanForm onDone={(id) => void navigate({ to: '/survey/hearings/$id', params: { id } })} />
        </Part>
      </SideDrawer>
    </div>
  );
}
