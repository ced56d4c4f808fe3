import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as DETECTIONS_ROUTES } from '../../../../../areas/respond/detections/contract.ts';
import { DETECTION_ROUTES } from '../../../../../areas/respond/detections/schema.ts';
import { DETECTION_ROUTE_WORDS } from '../../../../../areas/respond/detections/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { SignalState } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { UnlinkButton } from './unlink-button.tsx';
import { ROOM } from './words.ts';

/** How it was noticed, by whom and by what: signals of monitors, and what people told. */
export function SignalsCard({ incidentId, count }: { incidentId: string; count: number }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery(
    reading(
      'GET /api/respond/incidents/:id/signals',
      { params: { id: incidentId }, query: { limit: 20 } },
      'incident-signals',
    ),
  );
  const detach = useAct('DELETE /api/respond/incidents/:id/signals/:signalId', {
    stale: ['incident-signals', ...ROOM_STALE],
  });
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          {say(W.signals)} {count.toLocaleString()}
        </Title>
        {may('timeline.write') && (
          <AskForm
            by={DETECTIONS_ROUTES}
            act="POST /api/respond/incidents/:id/detections"
            label={say(ROOM.addDetection)}
            hint={say(ROOM.detectionHint)}
            fields={{
              route: {
                label: say(ROOM.detectionRoute),
                kind: 'choice',
                begin: 'inquiry',
                choices: DETECTION_ROUTES.map((value) => ({
                  value,
                  label: say(DETECTION_ROUTE_WORDS[value]),
                })),
              },
              text: { label: say(ROOM.detectionText), kind: 'text' },
              at: { label: say(ROOM.at), kind: 'time' },
            }}
            given={{ id: incidentId }}
          />
        )}
      </Group>
      <Loaded query={query}>
        {({ signals }) => (
          <Stack gap={4}>
            {signals.length === 0 && <Text className="quiet">—</Text>}
            {signals.map((signal) => (
              <Group key={signal.id} justify="space-between" wrap="nowrap">
                <AppLink to="/detect" search={{ open: signal.id }} truncate>
                  {signal.title}
                </AppLink>
                <Group gap="xs" wrap="nowrap">
                  <SignalState state={signal.state} />
                  {may('room.write') && (
                    <UnlinkButton
                      of={signal.title}
                      loading={detach.pending}
                      onClick={() => detach.run({ params: { id: incidentId, signalId: signal.id } })}
                    />
                  )}
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
