import { Title } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Empty } from '../ui/query-state.tsx';
import { W } from '../words.ts';
import { SURVEY } from './words.ts';

/** Its things are not built yet: it says what will be in it. */
export function SurveyPage() {
  const { say } = useSpeech();
  return (
    <div className="page">
      <Title order={1}>{say(W.survey)}</Title>
      <Empty text={say(SURVEY.surveyEmpty)}>
        <ButtonLink to="/respond" variant="default">
          {say(SURVEY.seeIncidents)}
        </ButtonLink>
      </Empty>
    </div>
  );
}
