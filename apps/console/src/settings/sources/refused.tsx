import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { SOURCES } from './words.ts';

/** The last bodies of a source of which something could not be taken, with what was wrong. */
export function Refused({ sourceId }: { sourceId: string }) {
  const { say } = useSpeech();
  const query = useQuery(
    reading('GET /api/detect/sources/:id/refused', { params: { id: sourceId } }, 'sources'),
  );
  return (
    <div>
      <Title order={3}>{say(SOURCES.refused)}</Title>
      <Loaded query={query}>
        {({ bodies }) => (
          <Stack gap="xs">
            {bodies.length === 0 && <Text className="quiet">{say(SOURCES.noneRefused)}</Text>}
            {bodies.map((each) => (
              <details key={each.id}>
                <summary>
                  <Ago at={each.at} /> {each.reasons.map((reason) => say(reason)).join(' / ')}
                </summary>
                <div className="code">{each.body}</div>
                {each.length > each.body.length && (
                  <Text fz="sm">{say(SOURCES.refusedCut, { length: each.length.toLocaleString() })}</Text>
                )}
              </details>
            ))}
          </Stack>
        )}
      </Loaded>
    </div>
  );
}
