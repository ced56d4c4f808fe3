import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../language.tsx';
import { reading } from '../queries.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Mark } from '../ui/mark.tsx';
import { Panel } from './panel.tsx';
import { FIRST_STEP_WORDS, NOW } from './words.ts';

const WAYS = {
  mail: '/settings/channels',
  people: '/prepare/people',
  duty: '/prepare/duty',
  source: '/settings/sources',
  route: '/settings/account',
} as const;

/** What a new organisation does before it can rely on being called; gone once all of it is done. */
export function FirstSteps() {
  const { say } = useSpeech();
  const { data } = useQuery(
    reading('GET /api/respond/first-steps', {}, 'channels', 'people', 'duty', 'sources', 'card'),
  );
  if (!data || data.steps.every(({ done }) => done)) return null;
  const done = data.steps.filter((each) => each.done).length;
  return (
    <Panel
      className="now-whole"
      title={say(NOW.firstSteps)}
      aside={say(NOW.firstStepsDone, { done, all: data.steps.length })}
    >
      <ol className="now-steps">
        {data.steps.map(({ step, done: isDone }) => (
          <li key={step} data-done={isDone || undefined}>
            {isDone ? (
              <span className="now-step">
                <Mark tone="recovery">{say(NOW.stepDone)}</Mark> {say(FIRST_STEP_WORDS[step])}
              </span>
            ) : (
              <ButtonLink to={WAYS[step]} variant="subtle" fullWidth justify="start" px={0}>
                {say(FIRST_STEP_WORDS[step])}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
