import { Button, Card, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LESSON_ANSWER_WORDS, LESSON_ANSWERS } from '../../../../../areas/survey/terms/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { PUBLICATION } from './words.ts';

/** Lessons of the newest edition as operators answered them: sums alone. */
export function Lessons({ cycleId }: { cycleId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const params = { id: cycleId };
  const query = useQuery(
    reading('GET /api/survey/publications/:id/lessons', { params }, 'survey-publications'),
  );
  const act = useAct('POST /api/survey/publications/:id/lessons', {
    stale: ['survey-publications'],
    said: say(PUBLICATION.lessonsSent),
    formless: true,
  });
  return (
    <Card withBorder component="section" aria-labelledby="publication-lessons">
      <Title order={2} id="publication-lessons">
        {say(PUBLICATION.lessons)}
      </Title>
      <Text className="quiet">{say(PUBLICATION.lessonsHint)}</Text>
      {may('survey.manage') && (
        <Button variant="default" loading={act.pending} onClick={() => act.run({ params, body: {} })}>
          {say(PUBLICATION.sendLessons)}
        </Button>
      )}
      <Loaded query={query}>
        {({ sentTo, lessons }) => (
          <>
            <Text>{say(PUBLICATION.sentTo, { n: sentTo })}</Text>
            {/* Nothing within it takes the focus, so that it does itself: it is scrolled by keyboard too. */}
            <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{say(PUBLICATION.lesson)}</Table.Th>
                    {LESSON_ANSWERS.map((answer) => (
                      <Table.Th key={answer}>{say(LESSON_ANSWER_WORDS[answer])}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lessons.map(({ lesson, number, title, counts }) => (
                    <Table.Tr key={lesson}>
                      <Table.Td>
                        {say(title)} <span className="quiet">{say(PUBLICATION.number, { n: number })}</span>
                      </Table.Td>
                      {counts ? (
                        LESSON_ANSWERS.map((answer) => <Table.Td key={answer}>{counts[answer]}</Table.Td>)
                      ) : (
                        <Table.Td colSpan={LESSON_ANSWERS.length} className="quiet">
                          {say(PUBLICATION.tooFew)}
                        </Table.Td>
                      )}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        )}
      </Loaded>
    </Card>
  );
}
