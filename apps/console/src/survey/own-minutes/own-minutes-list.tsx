import '../review/review.css';
import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { OWN_MINUTES } from './words.ts';

export const STATE_TONES = { open: 'response', sent: 'quiet', confirmed: 'recovery' } as const;

/** Minutes we were asked to confirm; nothing where nobody asked. */
export function OwnMinutesList() {
  const { say, language } = useSpeech();
  const minutes = useQuery(reading('GET /api/survey/own-minutes', {}, 'own-reports')).data?.minutes ?? [];
  if (minutes.length === 0) return null;
  return (
    <section aria-labelledby="own-minutes">
      <Title order={2} id="own-minutes">
        {say(OWN_MINUTES.title)}
      </Title>
      <ul className="review-list">
        {minutes.map(({ id, peer, startsAt, state }) => (
          <li key={id}>
            <Group gap="sm">
              <AppLink to="/survey/own-minutes/$id" params={{ id }}>
                {say(OWN_MINUTES.of, { at: dateAndTime(startsAt, language), peer })}
              </AppLink>
              <Mark tone={STATE_TONES[state]}>{say(OWN_MINUTES[state])}</Mark>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
