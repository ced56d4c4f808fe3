import '../review/review.css';
import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { OWN_LESSONS } from './words.ts';

/** Reports whose lessons we were asked about; nothing where nobody asked. */
export function OwnLessonsList() {
  const { say } = useSpeech();
  const all = useQuery(reading('GET /api/survey/own-lessons', {}, 'own-reports')).data?.published ?? [];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="own-lessons">
      <Title order={2} id="own-lessons">
        {say(OWN_LESSONS.title)}
      </Title>
      <ul className="review-list">
        {all.map(({ id, peer, fiscalYear, edition, open, outcome }) => (
          <li key={id}>
            <Group gap="sm">
              <AppLink to="/survey/own-lessons/$id" params={{ id }}>
                {say(OWN_LESSONS.of, { peer, year: fiscalYear })}
              </AppLink>
              <Mark tone={open > 0 ? 'response' : 'recovery'}>
                {open > 0 ? say(OWN_LESSONS.open, { n: open }) : say(OWN_LESSONS.done)}
              </Mark>
              {outcome === 'refused' && <Mark tone="event">{say(OWN_LESSONS.refused)}</Mark>}
              <span className="quiet">{say(OWN_LESSONS.edition, { n: edition })}</span>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
