import '../review/review.css';
import './own-lessons.css';
import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { THEME_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { LESSON_ANSWER_WORDS } from '../../../../../areas/survey/terms/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { AnswerLesson } from './answer-lesson.tsx';
import { FOUND_IN_WORDS, OWN_LESSONS } from './words.ts';

const route = getRouteApi('/shell/survey/own-lessons/$id');
export type Lesson = ReplyOf<'GET /api/survey/own-lessons/:id'>['lessons'][number];

/** Lessons that somebody published, each as a question: does this hold here? */
export function OwnLessonsPage() {
  const { say } = useSpeech();
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/own-lessons/:id', { params: { id } }, 'own-reports'));
  return (
    <div className="page">
      <Loaded query={query}>
        {({ peer, fiscalYear, edition, lessons }) => (
          <>
            <Title order={1}>{say(OWN_LESSONS.title)}</Title>
            <Text className="quiet">
              {say(OWN_LESSONS.of, { peer, year: fiscalYear })} · {say(OWN_LESSONS.edition, { n: edition })}
            </Text>
            <Text>{say(OWN_LESSONS.hint)}</Text>
            <ol className="review-list">
              {lessons.map((lesson) => (
                <li key={lesson.lesson}>
                  <OneLesson lesson={lesson} />
                  {lesson.withdrawnIn === null && (
                    <AnswerLesson key={lesson.version} id={id} lesson={lesson} />
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </div>
  );
}

function OneLesson({ lesson }: { lesson: Lesson }) {
  const { say } = useSpeech();
  const { number, title, body, withdrawnIn, answer, reason, changed, improvementId } = lesson;
  return (
    <>
      <Group gap="sm">
        <Title order={2}>{say(title)}</Title>
        <span className="quiet">{say(OWN_LESSONS.number, { n: number })}</span>
        {withdrawnIn !== null && <Mark tone="event">{say(OWN_LESSONS.withdrawn, { n: withdrawnIn })}</Mark>}
        {answer === null && withdrawnIn === null && (
          <Mark tone="response">{say(OWN_LESSONS.notAnswered)}</Mark>
        )}
        {answer !== null && (
          <Mark tone={changed ? 'response' : 'decision'}>{say(LESSON_ANSWER_WORDS[answer])}</Mark>
        )}
        {improvementId !== null && <AppLink to="/learn/improvements">{say(OWN_LESSONS.improvement)}</AppLink>}
      </Group>
      {changed && withdrawnIn === null && <p>{say(OWN_LESSONS.changed)}</p>}
      {withdrawnIn !== null && improvementId !== null && <p>{say(OWN_LESSONS.withdrawnHint)}</p>}
      <p>{say(body)}</p>
      {reason !== '' && <p className="review-said">{reason}</p>}
      {withdrawnIn === null && <Rows rows={lesson.rows} />}
    </>
  );
}

/** Each row with why it was found. */
function Rows({ rows }: Pick<Lesson, 'rows'>) {
  const { say } = useSpeech();
  if (rows.length === 0) return <p className="quiet">{say(OWN_LESSONS.noRows)}</p>;
  return (
    <details open>
      <summary>{say(OWN_LESSONS.rows)}</summary>
      <ul className="own-lesson-rows">
        {rows.map((row) => (
          <li key={`${row.register} ${row.key} ${row.name}`}>
            <span className="quiet">{say(FOUND_IN_WORDS[row.register])}</span> <RowLink row={row} />{' '}
            <span className="quiet">
              {[...row.words, ...row.themes.map((theme) => say(THEME_WORDS[theme]))].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function RowLink({ row: { register, key, name } }: { row: Lesson['rows'][number] }) {
  if (register === 'assets')
    return (
      <AppLink to="/prepare/systems" search={{ search: key }}>
        {name}
      </AppLink>
    );
  if (register === 'plans')
    return (
      <AppLink to="/prepare/plans/$plan" params={{ plan: key }}>
        {name}
      </AppLink>
    );
  const register_ = register === 'contracts' ? 'parties' : register;
  return (
    <AppLink to="/prepare/registers/$register" params={{ register: register_ }} search={{ open: key }}>
      {name}
    </AppLink>
  );
}
