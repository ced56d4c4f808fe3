import '../review/review.css';
import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { REVIEW_STANDING_WORDS } from '../../../../../areas/survey/review/words.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { STANDING_TONES } from '../review/tones.ts';
import { OWN_REVIEW } from './words.ts';

/** Pages we were asked to review; nothing where nobody asked. */
export function OwnReviewsList() {
  const { say, language } = useSpeech();
  const reviews = useQuery(reading('GET /api/survey/own-reviews', {}, 'own-reports')).data?.reviews ?? [];
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="own-reviews">
      <Title order={2} id="own-reviews">
        {say(OWN_REVIEW.title)}
      </Title>
      <ul className="review-list">
        {reviews.map((each) => (
          <li key={each.id}>
            <Group gap="sm">
              <AppLink to="/survey/own-reviews/$id" params={{ id: each.id }}>
                {say(each.title)}
              </AppLink>
              <Mark tone={STANDING_TONES[each.standing]}>{say(REVIEW_STANDING_WORDS[each.standing])}</Mark>
              <span className="quiet">
                {say(OWN_REVIEW.from, {
                  peer: each.peer,
                  n: each.edition,
                  until: dateAndTime(each.until, language),
                })}
              </span>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
