import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import type { SurveyList } from './lists-page.tsx';
import { LISTS } from './words.ts';

/** What the list was before: reports keep the items of their time. */
export function ListEditions({ list }: Pick<SurveyList, 'list'>) {
  const { say, language } = useSpeech();
  const query = useQuery(reading('GET /api/survey/lists/:list', { params: { list } }, 'survey-lists'));
  return (
    <section aria-label={say(W.versionHistory)}>
      <h3>{say(W.versionHistory)}</h3>
      <Loaded query={query}>
        {({ editions }) => (
          <Stack gap="sm">
            {editions.map(({ edition, since, name, entries }) => (
              <div key={edition}>
                <Text fw={600}>
                  {say(LISTS.edition, { n: edition })} ·{' '}
                  {since ? fullTime(since, language) : say(LISTS.brought)}
                </Text>
                <Text>{say(name)}</Text>
                <Text className="quiet">
                  {say(LISTS.entriesOf, {
                    n: entries.length,
                    ended: entries.filter(({ ended }) => ended).length,
                  })}
                </Text>
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}
