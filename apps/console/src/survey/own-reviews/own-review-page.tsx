import '../review/review.css';
import { Anchor, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { REVIEW_STANDING_WORDS } from '../../../../../areas/survey/review/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { addressOf } from '../../shown-organisation.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SaidOfPart } from '../review/said.tsx';
import { STANDING_TONES } from '../review/tones.ts';
import { REVIEW } from '../review/words.ts';
import { OwnConsent } from './own-consent.tsx';
import { SayOfParts } from './say-of-parts.tsx';
import { OWN_REVIEW } from './words.ts';

const route = getRouteApi('/shell/survey/own-reviews/$id');
export type OwnReview = ReplyOf<'GET /api/survey/own-reviews/:id'>;

/** Pages we were asked to review: read, commented part by part, and consented to. */
export function OwnReviewPage() {
  const { say, language } = useSpeech();
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/own-reviews/:id', { params: { id } }, 'own-reports'));
  return (
    <div className="page">
      <Loaded query={query}>
        {(review) => {
          const { peer, edition, until, standing, comments } = review;
          const told = comments.filter(({ kind }) => kind !== 'agree');
          const pages = `/api/survey/own-reviews/${id}/pages`;
          const due = dateAndTime(until, language);
          return (
            <>
              <Group gap="sm">
                <Title order={1}>{say(review.title)}</Title>
                <Mark tone={STANDING_TONES[standing]}>{say(REVIEW_STANDING_WORDS[standing])}</Mark>
              </Group>
              <Text className="quiet">{say(OWN_REVIEW.from, { peer, n: edition, until: due })}</Text>
              <Text>{say(OWN_REVIEW.intro)}</Text>
              <Group gap="md">
                <Anchor href={addressOf(`${pages}?lang=ja`)}>{say(REVIEW.pagesJa)}</Anchor>
                <Anchor href={addressOf(`${pages}?lang=en`)}>{say(REVIEW.pagesEn)}</Anchor>
              </Group>
              <img className="review-figure" src={addressOf(`${pages}?format=svg&lang=${language}`)} alt="" />
              {told.length > 0 && (
                <>
                  <h2>{say(OWN_REVIEW.said)}</h2>
                  <ul className="review-list">
                    {told.map((comment) => (
                      <li key={comment.id}>
                        <SaidOfPart comment={comment} />
                        {comment.answer === null && (
                          <Mark tone={comment.outcome === 'refused' ? 'event' : 'quiet'}>
                            {say(
                              comment.outcome === 'refused'
                                ? OWN_REVIEW.refused
                                : comment.outcome === null
                                  ? OWN_REVIEW.waiting
                                  : REVIEW.waiting,
                            )}
                          </Mark>
                        )}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {standing !== 'lapsed' && <SayOfParts key={review.hash} review={review} />}
              <OwnConsent review={review} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
