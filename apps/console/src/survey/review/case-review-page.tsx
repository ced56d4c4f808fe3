import './review.css';
import { Anchor, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { addressOf } from '../../shown-organisation.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { AskReview } from './ask-review.tsx';
import { OperatorReview } from './operator-review.tsx';
import { TITLES } from './titles.ts';
import { REVIEW } from './words.ts';

const route = getRouteApi('/shell/survey/cases/$id/review');
export type CaseReviews = ReplyOf<'GET /api/survey/cases/:id/reviews'>;

/** What the operators of a case say of what would be published, and whether it may be. */
export function CaseReviewPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/cases/:id/reviews', { params: { id } }, 'survey-reviews'));
  return (
    <div className="page">
      <Loaded query={query}>
        {(found) => (
          <>
            <Group justify="space-between">
              <Title order={1}>
                {say(TITLES.reviews)} — {say(found.title)}
              </Title>
              <Group gap="xs">
                <ButtonLink to="/survey/cases/$id/public" params={{ id }} variant="default">
                  {say(REVIEW.toEdition)}
                </ButtonLink>
                <ButtonLink to="/learn/cases/$id" params={{ id }} variant="default">
                  {say(REVIEW.toCase)}
                </ButtonLink>
              </Group>
            </Group>
            <Edition caseId={id} edition={found.edition} />
            {found.operators.length === 0 ? (
              <Text>{say(REVIEW.noOperator)}</Text>
            ) : (
              found.unmatched && <Text role="alert">{say(REVIEW.unmatched)}</Text>
            )}
            {found.operators.map((operator) => {
              const review = found.reviews.find(({ operatorId }) => operatorId === operator.id);
              const ask = found.edition && may('survey.manage') && (
                <AskReview caseId={id} operator={operator} again={review !== undefined} />
              );
              return (
                <OperatorReview key={operator.id} operator={operator} review={review}>
                  {ask}
                </OperatorReview>
              );
            })}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Edition({ caseId, edition }: { caseId: string; edition: CaseReviews['edition'] }) {
  const { say, language } = useSpeech();
  if (!edition) return <Text>{say(REVIEW.noEdition)}</Text>;
  const at = `/api/survey/cases/${caseId}/editions/${edition.number}/pages`;
  return (
    <section aria-label={say(REVIEW.newest, { n: edition.number })}>
      <p>
        <strong>{say(REVIEW.newest, { n: edition.number })}</strong>{' '}
        <span className="quiet">{say(REVIEW.hash, { hash: `${edition.hash.slice(0, 16)}…` })}</span>
      </p>
      <Group gap="md">
        <Anchor href={addressOf(`${at}?lang=ja`)}>{say(REVIEW.pagesJa)}</Anchor>
        <Anchor href={addressOf(`${at}?lang=en`)}>{say(REVIEW.pagesEn)}</Anchor>
      </Group>
      <img className="review-figure" src={addressOf(`${at}?format=svg&lang=${language}`)} alt="" />
    </section>
  );
}
