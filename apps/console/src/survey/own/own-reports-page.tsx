import { Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { OwnLessonsList } from '../own-lessons/own-lessons-list.tsx';
import { OwnMinutesList } from '../own-minutes/own-minutes-list.tsx';
import { OwnReviewsList } from '../own-reviews/own-reviews-list.tsx';
import { BeginOwn } from './begin-own.tsx';
import { OwnList } from './own-list.tsx';
import { TITLES } from './titles.ts';
import { OWN } from './words.ts';

/** Reports this organisation sends, and what became of each. */
export function OwnReportsPage() {
  const { say } = useSpeech();
  const [starting, setStarting] = useState(false);
  const query = useQuery(reading('GET /api/survey/own-reports', { query: {} }, 'own-reports'));
  const start = <Button onClick={() => setStarting(true)}>{say(OWN.start)}</Button>;
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.own)}</Title>
        {start}
      </Group>
      <Loaded query={query}>
        {({ reports, recipients }) => (
          <>
            {reports.length === 0 ? (
              <Empty text={say(OWN.empty)}>{start}</Empty>
            ) : (
              <OwnList reports={reports} />
            )}
            <OwnReviewsList />
            <OwnMinutesList />
            <OwnLessonsList />
            <SideDrawer opened={starting} onClose={() => setStarting(false)} title={say(OWN.start)}>
              <BeginOwn recipients={recipients} />
            </SideDrawer>
          </>
        )}
      </Loaded>
    </div>
  );
}
