import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { COMMENT_KIND_WORDS } from '../../../../../areas/survey/hearings/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { HEARING } from './words.ts';

type Hearing = ReplyOf<'GET /api/survey/hearings/:id'>;
type Comment = Hearing['comments'][number];

/** What the operator said of the minutes: a correction waits for its answer, a view stands as it is. */
export function Comments({ hearing }: { hearing: Hearing }) {
  const { say } = useSpeech();
  if (hearing.comments.length === 0) return null;
  return (
    <section className="hearing-comments" aria-labelledby="hearing-comments">
      <h2 id="hearing-comments">{say(HEARING.comments)}</h2>
      <ul>
        {hearing.comments.map((comment) => (
          <li key={comment.id}>
            <Said comment={comment} hearing={hearing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ comment, hearing }: { comment: Comment; hearing: Hearing }) {
  const { say } = useSpeech();
  const may = useMay();
  const line = hearing.lines.find(({ id }) => id === comment.lineId);
  const became =
    comment.kind === 'view'
      ? say(HEARING.kept)
      : comment.answer === 'accepted'
        ? say(HEARING.acceptedShort)
        : comment.answer === 'refused'
          ? say(HEARING.refusedShort, { why: comment.reason })
          : undefined;
  return (
    <>
      <strong>{say(COMMENT_KIND_WORDS[comment.kind])}</strong> · {comment.by} ·{' '}
      <span className="quiet">{line ? `${line.number}. ${line.text}` : say(HEARING.noLine)}</span>
      <p>{comment.text}</p>
      {became !== undefined ? (
        <span className="quiet">{became}</span>
      ) : (
        may('survey.manage') && (
          <Answer comment={comment} line={line ?? hearing.lines[0]} hearingId={hearing.id} />
        )
      )}
    </>
  );
}

/** Taken over with the line as it reads from now on, or refused with the reason. */
function Answer({
  comment,
  line,
  hearingId,
}: {
  comment: Comment;
  line: Hearing['lines'][number] | undefined;
  hearingId: string;
}) {
  const { say } = useSpeech();
  const [text, setText] = useState(line?.text ?? '');
  const [reason, setReason] = useState('');
  const act = useAct('POST /api/survey/hearings/:id/comments/:commentId/answer', {
    stale: ['survey-hearings'],
    formless: true,
  });
  const params = { id: hearingId, commentId: comment.id };
  return (
    <div className="hearing-answer">
      <Textarea
        label={say(HEARING.corrected)}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        disabled={!line || text.trim() === '' || text === line.text}
        loading={act.pending}
        onClick={() => {
          if (!line) return;
          const { id: lineId, revision, at, speaker, certainty, question, materialId } = line;
          // What was taken from the line as a whole reads as the line does.
          const claims = line.claims.map((claim) => (claim.text === line.text ? { ...claim, text } : claim));
          const change = { lineId, revision, at, speaker, certainty, question, materialId, text, claims };
          act.run({ params, body: { answer: 'accepted', reason: '', change } });
        }}
      >
        {say(HEARING.accept)}
      </Button>
      <Textarea
        label={say(HEARING.why)}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={reason.trim() === ''}
        loading={act.pending}
        onClick={() => act.run({ params, body: { answer: 'refused', reason, change: null } })}
      >
        {say(HEARING.refuse)}
      </Button>
    </div>
  );
}
