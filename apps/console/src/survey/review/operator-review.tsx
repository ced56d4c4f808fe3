import { Button, Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { contracts as REVIEWS } from '../../../../../areas/survey/review/contract.ts';
import { REVIEW_STANDING_WORDS } from '../../../../../areas/survey/review/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { CaseReviews } from './case-review-page.tsx';
import { Said } from './said.tsx';
import { STANDING_TONES } from './tones.ts';
import { REVIEW } from './words.ts';

export type Review = CaseReviews['reviews'][number];

/** One operator of a case: who was asked when, what it says, and its consent. */
export function OperatorReview({
  operator,
  review,
  children,
}: {
  operator: CaseReviews['operators'][number];
  review: Review | undefined;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <Card withBorder className="review-operator" component="section" aria-label={operator.name}>
      <Group gap="sm">
        <Title order={2}>{operator.name}</Title>
        <Mark tone={review ? STANDING_TONES[review.standing] : 'quiet'}>
          {say(review ? REVIEW_STANDING_WORDS[review.standing] : REVIEW.notAsked)}
        </Mark>
      </Group>
      {review && !review.otherRoute && <Text>{say(REVIEW.oneRoute)}</Text>}
      <Group gap="xs" mt="xs">
        {children}
        {review && <Asked review={review} />}
      </Group>
      {review && <Comments review={review} />}
      {review && <Consents review={review} />}
      {review && <Requests review={review} />}
    </Card>
  );
}

/** What can be done about the question that is open. */
function Asked({ review: { id, askings } }: { review: Review }) {
  const { say } = useSpeech();
  const may = useMay();
  const [newest] = askings;
  const remind = useAct('POST /api/survey/reviews/:id/reminder', {
    stale: ['survey-reviews'],
    said: say(REVIEW.remindSent),
    formless: true,
  });
  if (!newest || newest.endedAt !== null || newest.way !== 'link' || !may('survey.manage')) return null;
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        loading={remind.pending}
        onClick={() => remind.run({ params: { id } })}
      >
        {say(REVIEW.remind)}
      </Button>
      <AskForm
        by={REVIEWS}
        act="POST /api/survey/reviews/:id/end"
        label={say(REVIEW.end)}
        submit={say(REVIEW.end)}
        hint={say(REVIEW.endHint)}
        stale={['survey-reviews']}
        given={{ id }}
        fields={{}}
      />
    </>
  );
}

function Comments({ review }: { review: Review }) {
  const { say } = useSpeech();
  const told = review.comments.filter(({ kind }) => kind !== 'agree');
  const agreed = review.comments.length - told.length;
  if (review.comments.length === 0) return null;
  return (
    <>
      <h3>{say(REVIEW.comments)}</h3>
      {agreed > 0 && <Text className="quiet">{say(REVIEW.agreements, { n: agreed })}</Text>}
      <ul className="review-list">
        {told.map((comment) => (
          <li key={comment.id}>
            <Said comment={comment} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Consents({ review: { id, consents } }: { review: Review }) {
  const { say, language } = useSpeech();
  const may = useMay();
  if (consents.length === 0) return null;
  const at = (time: string) => dateAndTime(time, language);
  return (
    <>
      <h3>{say(REVIEW.consents)}</h3>
      <ul className="review-list">
        {consents.map((each) => (
          <li key={each.id}>
            {say(REVIEW.consent, {
              n: each.edition,
              by: each.by,
              at: at(each.givenAt),
              until: at(each.until),
            })}{' '}
            <span className="quiet">{say(REVIEW.hash, { hash: `${each.hash.slice(0, 16)}…` })}</span>
            {each.withdrawnAt && (
              <p>
                <Mark tone="event">
                  {say(REVIEW.withdrawn, { at: at(each.withdrawnAt), by: each.withdrawnBy })}
                </Mark>{' '}
                {[each.withdrawnSource, each.withdrawnWhy].filter(Boolean).join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {may('survey.manage') && consents.some(({ withdrawnAt }) => withdrawnAt === null) && (
        <AskForm
          by={REVIEWS}
          act="POST /api/survey/reviews/:id/withdrawal"
          label={say(REVIEW.withdraw)}
          submit={say(REVIEW.withdraw)}
          hint={say(REVIEW.withdrawHint)}
          stale={['survey-reviews']}
          given={{ id }}
          fields={{
            by: { kind: 'line', label: say(REVIEW.by) },
            source: { kind: 'line', label: say(REVIEW.source) },
            reason: { kind: 'text', label: say(REVIEW.reason) },
          }}
        />
      )}
    </>
  );
}

function Requests({ review: { askings } }: { review: Review }) {
  const { say, language } = useSpeech();
  const at = (time: string) => dateAndTime(time, language);
  return (
    <>
      <h3>{say(REVIEW.askedWhen)}</h3>
      <ul className="review-list">
        {askings.map((each) => (
          <li key={each.id}>
            {say(REVIEW.asked, {
              n: each.edition,
              at: at(each.askedAt),
              to: [each.name, each.email].filter(Boolean).join(' '),
            })}{' '}
            <span className="quiet">
              {[
                each.endedAt ? say(REVIEW.ended) : say(REVIEW.until, { at: at(each.until) }),
                ...(each.remindedAt ? [say(REVIEW.reminded, { at: at(each.remindedAt) })] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
