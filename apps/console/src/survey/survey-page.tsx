import './survey.css';
import { Title } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { AppLink } from '../ui/links.tsx';
import { Aside } from '../ui/part.tsx';
import { Empty } from '../ui/query-state.tsx';
import { W } from '../words.ts';
import { entries as cycles } from './cycles/screen.ts';
import { entries as desk } from './desk/screen.ts';
import { entries as exchange } from './exchange/screen.ts';
import { entries as hearings } from './hearings/screen.ts';
import { entries as lists } from './lists/screen.ts';
import { entries as operators } from './operators/screen.ts';
import { entries as own } from './own/screen.ts';
import { entries as statistics } from './statistics/screen.ts';
import { SURVEY } from './words.ts';

const DemoOrganisations = lazyPart(
  () => import('../settings/organisation/demo-organisations.tsx'),
  'DemoOrganisations',
);

/** In the order of the rail. */
const SCREENS = [...desk, ...operators, ...own, ...exchange, ...cycles, ...hearings, ...statistics, ...lists];

/** The screens of the room, as far as whoever looks may see them. */
export function SurveyPage() {
  const { say } = useSpeech();
  const may = useMay();
  const screens = SCREENS.filter(({ needs, unlisted }) => !unlisted && (!needs || may(needs)));
  return (
    <div className="page">
      <Title order={1}>{say(W.survey)}</Title>
      <Aside>
        <DemoOrganisations />
      </Aside>
      {screens.length === 0 ? (
        <Empty text={say(SURVEY.surveyEmpty)} />
      ) : (
        <ul className="survey-screens">
          {screens.map(({ key, word, link }) => (
            <li key={key}>
              <AppLink {...link}>{say(word)}</AppLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
