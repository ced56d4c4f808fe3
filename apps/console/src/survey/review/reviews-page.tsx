import './review.css';
import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { REVIEW_STANDING_WORDS } from '../../../../../areas/survey/review/words.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { TITLES } from './titles.ts';
import { STANDING_TONES } from './tones.ts';
import { REVIEW } from './words.ts';

/** Every review operators were asked for, each with where it stands and what waits for an answer. */
export function ReviewsPage() {
  const { say, language } = useSpeech();
  const query = useQuery(reading('GET /api/survey/reviews', {}, 'survey-reviews'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.reviews)}</Title>
      <Loaded query={query}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <Empty text={say(REVIEW.empty)} />
          ) : (
            <ul className="review-list">
              {reviews.map((each) => (
                <li key={each.id}>
                  <Group gap="sm">
                    <AppLink to="/survey/cases/$id/review" params={{ id: each.caseId }}>
                      {say(each.title)}
                    </AppLink>
                    <Mark tone={STANDING_TONES[each.standing]}>
                      {say(REVIEW_STANDING_WORDS[each.standing])}
                    </Mark>
                    {each.open > 0 && <strong>{say(REVIEW.open, { n: each.open })}</strong>}
                  </Group>
                  <span className="quiet">
                    {[
                      each.operator,
                      say(REVIEW.edition, { n: each.edition }),
                      dateAndTime(each.askedAt, language),
                      say(REVIEW.until, { at: dateAndTime(each.until, language) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
