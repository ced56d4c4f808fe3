import './publication.css';
import { Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { AppLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Editions } from './editions.tsx';
import { Errata } from './errata.tsx';
import { Lessons } from './lessons.tsx';
import { MakeEdition } from './make-edition.tsx';
import { StandingCases } from './standing-cases.tsx';
import { PUBLICATION } from './words.ts';

const route = getRouteApi('/shell/survey/cycles/$id/publication');

export type Publication = ReplyOf<'GET /api/survey/cycles/:id/publication'>;

/** How far a survey is from being published, what was published, and what is said to be wrong with it. */
export function PublicationPage() {
  const { id } = route.useParams();
  const { say } = useSpeech();
  const cycle = useQuery(reading('GET /api/survey/cycles/:id', { params: { id } }, 'survey-cycles'));
  const query = useQuery(
    reading(
      'GET /api/survey/cycles/:id/publication',
      { params: { id } },
      'survey-publications',
      'survey-cycles',
      'public-editions',
    ),
  );
  return (
    <div className="page">
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>
            {cycle.data ? say(PUBLICATION.title, { year: cycle.data.fiscalYear }) : say(PUBLICATION.open)}
          </Title>
          <AppLink to="/survey/cycles/$id" params={{ id }} className="publication-back">
            {say(PUBLICATION.toSurvey)}
          </AppLink>
        </div>
        {query.data && query.data.editions.length > 0 && (
          <Button size="compact-md" variant="default" onClick={() => void saveFile('/api/survey/site')}>
            {say(PUBLICATION.site)}
          </Button>
        )}
      </Group>
      <Loaded query={query}>{(found) => <At cycleId={id} found={found} />}</Loaded>
    </div>
  );
}

function At({ cycleId, found }: { cycleId: string; found: Publication }) {
  const may = useMay();
  /** Cases that are to be left out of the next edition, and why. */
  const [leftOut, setLeftOut] = useState<ReadonlyMap<string, string>>(new Map());
  return (
    <div className="publication">
      <div className="publication-main">
        <StandingCases found={found} leftOut={leftOut} onLeave={setLeftOut} />
        {found.editions.length > 0 && <Lessons cycleId={cycleId} />}
        {found.editions.length > 0 && <Errata cycleId={cycleId} />}
      </div>
      <div className="publication-side">
        {may('survey.manage') && (
          <MakeEdition key={found.editions.length} cycleId={cycleId} found={found} leftOut={leftOut} />
        )}
        <Editions cycleId={cycleId} editions={found.editions} />
      </div>
    </div>
  );
}
