import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  LESSON_ANSWER_WORDS,
  LESSON_ANSWERS,
  type LessonAnswer,
} from '../../../../../areas/survey/terms/words.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import type { Lesson } from './own-lessons-page.tsx';
import { OWN_LESSONS } from './words.ts';

const ACT = 'POST /api/survey/own-lessons/:id/answers';

/** One of the four answers, with why; it may be changed while the lesson stands. */
export function AnswerLesson({
  id,
  lesson: { lesson, version, answer: before, reason: said },
}: {
  id: string;
  lesson: Lesson;
}) {
  const { say } = useSpeech();
  const [answer, setAnswer] = useState<LessonAnswer | null>(before);
  const [reason, setReason] = useState(said);
  const act = useAct(ACT, { stale: ['own-reports', 'improvements'] });
  return (
    <Stack gap="xs" maw={720}>
      <Radio.Group
        label={say(OWN_LESSONS.answer)}
        value={answer}
        error={act.wrong('answer')}
        onChange={(value) => setAnswer(LESSON_ANSWERS.find((each) => each === value) ?? null)}
      >
        <Group gap="md">
          {LESSON_ANSWERS.map((each) => (
            <Radio key={each} value={each} label={say(LESSON_ANSWER_WORDS[each])} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={say(OWN_LESSONS.why)}
        autosize
        maxLength={2_000}
        value={reason}
        error={act.wrong('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          disabled={answer === null}
          loading={act.pending}
          onClick={() =>
            answer && act.run({ params: { id }, body: { lesson, answer, reason, seen: version } })
          }
        >
          {say(OWN_LESSONS.send)}
        </Button>
      </Group>
    </Stack>
  );
}
