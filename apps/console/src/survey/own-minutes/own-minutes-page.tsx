import '../review/review.css';
import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as OWN_MINUTES_ROUTES } from '../../../../../areas/survey/own-minutes/contract.ts';
import {
  COMMENT_KIND_WORDS,
  COMMENT_KINDS,
  type CommentKind,
} from '../../../../../areas/survey/terms/words.ts';
import { CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { STATE_TONES } from './own-minutes-list.tsx';
import { OWN_MINUTES } from './words.ts';

const route = getRouteApi('/shell/survey/own-minutes/$id');
type Minutes = ReplyOf<'GET /api/survey/own-minutes/:id'>;

/** Minutes we were asked to confirm: read, corrected, confirmed. */
export function OwnMinutesPage() {
  const { say, language } = useSpeech();
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/own-minutes/:id', { params: { id } }, 'own-reports'));
  return (
    <div className="page">
      <Loaded query={query}>
        {(minutes) => (
          <>
            <Group gap="sm">
              <Title order={1}>{say(OWN_MINUTES.title)}</Title>
              <Mark tone={STATE_TONES[minutes.state]}>{say(OWN_MINUTES[minutes.state])}</Mark>
            </Group>
            <Text className="quiet">
              {say(OWN_MINUTES.of, { at: dateAndTime(minutes.startsAt, language), peer: minutes.peer })}
            </Text>
            {minutes.refused !== '' && <Text>{say(OWN_MINUTES.refused, { reason: minutes.refused })}</Text>}
            <ol className="review-list">
              {minutes.lines.map((line) => (
                <li key={line.number}>
                  <span className="quiet">
                    {[
                      say(OWN_MINUTES.line, { n: line.number }),
                      dateAndTime(line.at, language),
                      line.speaker,
                      line.certainty === 'confirmed' ? '' : say(CERTAINTY_WORDS[line.certainty]),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <p>{line.text}</p>
                </li>
              ))}
            </ol>
            <Said minutes={minutes} />
            {minutes.state !== 'confirmed' && <Answer minutes={minutes} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Said({ minutes: { comments } }: { minutes: Minutes }) {
  const { say } = useSpeech();
  if (comments.length === 0) return null;
  return (
    <>
      <h2>{say(OWN_MINUTES.said)}</h2>
      <ul className="review-list">
        {comments.map(({ id, kind, number, text, answer, reason }) => (
          <li key={id}>
            <strong>{say(COMMENT_KIND_WORDS[kind])}</strong> ·{' '}
            {number === null ? say(OWN_MINUTES.whole) : say(OWN_MINUTES.line, { n: number })}
            <p>{text}</p>
            {kind === 'correction' && (
              <Mark tone={answer === 'accepted' ? 'recovery' : answer === null ? 'quiet' : 'decision'}>
                {say(
                  answer === 'accepted'
                    ? OWN_MINUTES.accepted
                    : answer === null
                      ? OWN_MINUTES.waiting
                      : OWN_MINUTES.declined,
                )}
              </Mark>
            )}{' '}
            {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ minutes: { id, edition, lines } }: { minutes: Minutes }) {
  const { say } = useSpeech();
  const [kind, setKind] = useState<CommentKind>('correction');
  const [number, setNumber] = useState<string | null>(null);
  const [text, setText] = useState('');
  const act = useAct('POST /api/survey/own-minutes/:id/answer', {
    stale: ['own-reports'],
    done: () => setText(''),
  });
  const comment = { kind, number: number === null ? null : Number(number), text };
  return (
    <Stack gap="xs" maw={720}>
      <Select
        label={say(OWN_MINUTES.kind)}
        allowDeselect={false}
        value={kind}
        data={COMMENT_KINDS.map((value) => ({ value, label: say(COMMENT_KIND_WORDS[value]) }))}
        onChange={(value) => setKind(value ?? 'correction')}
      />
      <Select
        label={say(OWN_MINUTES.about)}
        clearable
        placeholder={say(OWN_MINUTES.whole)}
        value={number}
        data={lines.map((line) => ({
          value: String(line.number),
          label: say(OWN_MINUTES.line, { n: line.number }),
        }))}
        onChange={setNumber}
      />
      <Textarea
        label={say(OWN_MINUTES.text)}
        autosize
        minRows={2}
        value={text}
        error={act.wrong('comments.0.text')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          disabled={text.trim() === ''}
          loading={act.pending}
          onClick={() =>
            act.run({ params: { id }, body: { comments: [comment], confirm: false, seen: edition } })
          }
        >
          {say(OWN_MINUTES.send)}
        </Button>
        <AskForm
          by={OWN_MINUTES_ROUTES}
          act="POST /api/survey/own-minutes/:id/answer"
          label={say(OWN_MINUTES.confirm)}
          submit={say(OWN_MINUTES.confirm)}
          hint={say(OWN_MINUTES.confirmHint)}
          stale={['own-reports']}
          given={{ id, confirm: true, comments: [], seen: edition }}
          fields={{}}
        />
      </Group>
    </Stack>
  );
}
