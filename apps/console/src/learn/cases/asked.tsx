import { Button } from '@mantine/core';
import type { Untold } from '../../../../../areas/learn/cases/recorded/rules.ts';
import type { CaseDocument, Claim, Question } from '../../../../../areas/learn/cases/schema.ts';
import { useSpeech } from '../../language.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly questions: readonly Question[];
  /** Changes the questions of the case. */
  readonly onAnswered: (edit: (before: CaseDocument) => CaseDocument) => void;
}

/** What nobody has answered yet, where its answer would stand; a review needs all of them answered. */
export function Asked({ questions, onAnswered }: Props) {
  const { say, language } = useSpeech();
  if (questions.length === 0) return null;
  return (
    <ul className="prose-asked">
      {questions.map((question) => (
        <li key={question.ja}>
          <span>
            ● {say(CASE.blocker)} {question[language] || question.ja}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              onAnswered((now) => ({
                ...now,
                questions: now.questions.filter((each) => each.ja !== question.ja),
              }))
            }
          >
            {say(CASE.answered)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What the record of the incident says and the text does not, to be put in as it is. */
export function Recorded({ claims, onPut }: { claims: readonly Untold[]; onPut: (claim: Claim) => void }) {
  const { say, language } = useSpeech();
  if (claims.length === 0) return null;
  return (
    <details className="prose-recorded" open={claims.length <= 3}>
      <summary>
        {say(CASE.recorded)} ({claims.length})
      </summary>
      <ul className="prose-asked">
        {claims.map(({ claim, lines }) => (
          <li key={claim.id}>
            <span>
              {claim.text[language] || claim.text.ja}
              {lines && <small> {say(CASE.untoldLines, { lines })}</small>}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => onPut(claim)}>
              {say(CASE.putIn)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
