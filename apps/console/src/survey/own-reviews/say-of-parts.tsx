import { Button, Checkbox, Group, Radio, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { PLACES, placeWords } from '../../../../../areas/survey/review/parts/rules.ts';
import { REVIEW_COMMENT_WORDS } from '../../../../../areas/survey/review/words.ts';
import { REVIEW_COMMENT_KINDS, type ReviewCommentKind } from '../../../../../areas/survey/terms/words.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import type { OwnReview } from './own-review-page.tsx';
import { OWN_REVIEW } from './words.ts';

interface Choice {
  readonly kind: ReviewCommentKind | '';
  readonly text: string;
}
const NOTHING: Choice = { kind: '', text: '' };

/** Each part in both languages with what can be said of it; all of it goes at once. */
export function SayOfParts({ review: { id, hash, parts, gone } }: { review: OwnReview }) {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const [rest, setRest] = useState(false);
  const act = useAct('POST /api/survey/own-reviews/:id/comments', {
    stale: ['own-reports'],
    said: say(OWN_REVIEW.sent),
    done: () => {
      setChosen({});
      setRest(false);
    },
  });
  const comments = parts.flatMap(({ id: part, asked }) => {
    const { kind, text } = chosen[part] ?? NOTHING;
    if (kind !== '') return [{ part, kind, text }];
    return rest && asked ? [{ part, kind: 'agree' as const, text: '' }] : [];
  });
  const drawn = (some: typeof parts) =>
    PLACES.map((place) => {
      const own = some.filter((part) => part.place === place);
      if (own.length === 0) return null;
      return (
        <section key={place} aria-label={say(placeWords(place))}>
          <h3>{say(placeWords(place))}</h3>
          {own.map((part) => (
            <Part
              key={part.id}
              part={part}
              choice={chosen[part.id] ?? NOTHING}
              wrong={act.wrong(`comments.${comments.findIndex((each) => each.part === part.id)}`)}
              onChoose={(choice) => setChosen((before) => ({ ...before, [part.id]: choice }))}
            />
          ))}
        </section>
      );
    });
  const asked = parts.filter((part) => part.asked);
  const kept = parts.filter((part) => !part.asked);
  return (
    <section aria-labelledby="own-review-parts">
      <h2 id="own-review-parts">{say(OWN_REVIEW.parts)}</h2>
      {gone > 0 && <Text>{say(OWN_REVIEW.gone, { n: gone })}</Text>}
      {drawn(asked)}
      {kept.length > 0 && (
        <details>
          <summary>{say(OWN_REVIEW.kept, { n: kept.length })}</summary>
          {drawn(kept)}
        </details>
      )}
      {asked.length > 0 && (
        <Checkbox
          my="sm"
          label={say(OWN_REVIEW.rest)}
          checked={rest}
          onChange={(event) => setRest(event.currentTarget.checked)}
        />
      )}
      <Button
        disabled={comments.length === 0}
        loading={act.pending}
        onClick={() => act.run({ params: { id }, body: { comments, seen: hash } })}
      >
        {say(OWN_REVIEW.send)}
      </Button>
    </section>
  );
}

function Part({
  part: { id, words },
  choice,
  wrong,
  onChoose,
}: {
  part: OwnReview['parts'][number];
  choice: Choice;
  wrong: string | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const { say, language } = useSpeech();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <fieldset className="review-part">
      <legend>{words[language]}</legend>
      <p className="review-said quiet" lang={other}>
        {words[other]}
      </p>
      <Radio.Group
        name={id}
        aria-label={say(OWN_REVIEW.choice)}
        value={choice.kind}
        onChange={(kind) => onChoose({ ...choice, kind: kind as Choice['kind'] })}
      >
        <Group gap="md">
          <Radio value="" label={say(OWN_REVIEW.none)} />
          {REVIEW_COMMENT_KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={say(REVIEW_COMMENT_WORDS[kind])} />
          ))}
        </Group>
      </Radio.Group>
      {choice.kind !== '' && choice.kind !== 'agree' && (
        <Textarea
          mt="xs"
          autosize
          label={say(OWN_REVIEW.text)}
          value={choice.text}
          error={wrong}
          onChange={(event) => onChoose({ ...choice, text: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
