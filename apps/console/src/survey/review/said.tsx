import { contracts as REVIEWS } from '../../../../../areas/survey/review/contract.ts';
import { REVIEW_COMMENT_WORDS } from '../../../../../areas/survey/review/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { Review } from './operator-review.tsx';
import { REVIEW } from './words.ts';

type Comment = Pick<
  Review['comments'][number],
  'id' | 'kind' | 'where' | 'words' | 'text' | 'by' | 'at' | 'answer' | 'answerText' | 'answerEdition'
>;

/** What was said of a part, and what became of it. */
export function SaidOfPart({ comment }: { comment: Comment }) {
  const { say, language } = useSpeech();
  const words = say(comment.words);
  return (
    <>
      <strong>{say(REVIEW_COMMENT_WORDS[comment.kind])}</strong> · {say(comment.where)} ·{' '}
      <span className="quiet">
        {comment.by} · {dateAndTime(comment.at, language)}
      </span>
      {words !== '' && <p className="review-said quiet">{words}</p>}
      {comment.text !== '' && <p>{comment.text}</p>}
      {comment.answer && (
        <p>
          <Mark tone={comment.answer === 'done' ? 'recovery' : 'decision'}>
            {comment.answer === 'done'
              ? say(REVIEW.doneIn, { n: comment.answerEdition ?? 0 })
              : say(REVIEW.notDone)}
          </Mark>{' '}
          {comment.answerText}
        </p>
      )}
    </>
  );
}

/** At the desk: one that waits is answered here. */
export function Said({ comment }: { comment: Comment }) {
  const { say } = useSpeech();
  const may = useMay();
  return (
    <>
      <SaidOfPart comment={comment} />
      {comment.answer === null && may('survey.manage') && (
        <AskForm
          by={REVIEWS}
          act="POST /api/survey/review-comments/:id/answer"
          label={say(REVIEW.answer)}
          submit={say(REVIEW.answer)}
          stale={['survey-reviews']}
          given={{ id: comment.id }}
          fields={{
            answer: {
              kind: 'choice',
              label: say(REVIEW.answerKind),
              choices: [
                { value: 'done', label: say(REVIEW.done) },
                { value: 'notDone', label: say(REVIEW.notDone) },
              ],
            },
            edition: { kind: 'number', label: say(REVIEW.inEdition) },
            text: { kind: 'text', label: say(REVIEW.text), help: say(REVIEW.textHelp) },
          }}
        />
      )}
    </>
  );
}
