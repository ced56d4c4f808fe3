import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Span } from '../../../../../areas/respond/regimes/schema.ts';
import { dueWords, SPAN_WORDS, STAGE_WORDS } from '../../../../../areas/respond/regimes/words.ts';
import { listed } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { REGIMES } from './words.ts';

/** What a regime was before: nothing of it is lost, for reports go on by the edition they began with. */
export function Editions({ regime }: { regime: string }) {
  const { say, language } = useSpeech();
  const remindedBy = (spans: readonly Span[]): string =>
    spans.length === 0
      ? say(REGIMES.noReminders)
      : say(REGIMES.remindedBefore, {
          spans: listed(
            spans.map(({ count, unit }) => say(SPAN_WORDS[unit], { n: count })),
            language,
          ),
        });
  const query = useQuery(reading('GET /api/respond/regimes/:regime', { params: { regime } }, 'regimes'));
  return (
    <Loaded query={query}>
      {({ editions }) => (
        <section aria-label={say(W.versionHistory)}>
          <h3>{say(W.versionHistory)}</h3>
          <Stack gap="sm">
            {editions.map((each) => (
              <div key={each.edition}>
                <Text fw={600}>
                  {say(REGIMES.edition, { n: each.edition })} ·{' '}
                  {each.since ? fullTime(each.since, language) : say(REGIMES.brought)}
                  {each.ended && ` · ${say(REGIMES.ended)}`}
                </Text>
                <Text>{say(each.name)}</Text>
                {each.deadlines.map((deadline) => (
                  <Text key={deadline.stage} className="quiet">
                    {say(STAGE_WORDS[deadline.stage])} {dueWords(deadline, say)}
                    {deadline.reminders && ` · ${remindedBy(deadline.reminders)}`}
                  </Text>
                ))}
              </div>
            ))}
          </Stack>
        </section>
      )}
    </Loaded>
  );
}
