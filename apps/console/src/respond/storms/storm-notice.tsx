import { Alert, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { STORMS } from './words.ts';

export const useStorms = () => useQuery(reading('GET /api/respond/storms', {}, 'storms', 'incidents'));
type Storm = ReplyOf<'GET /api/respond/storms'>['storms'][number];

const NAMED = 5;

/** That a storm goes on, how much it has collected, and the one press that undoes it. */
export function StormNotice({ storm, linked }: { storm: Storm; linked: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const release = useAct('POST /api/respond/storms/:id/release', {
    stale: ['storms', 'incidents', 'timeline'],
  });
  const { groups, signals, released, largest } = storm;
  return (
    <Alert color={storm.running ? 'red' : 'gray'} title={say(storm.running ? STORMS.running : STORMS.over)}>
      <Group justify="space-between" align="start">
        <div>
          <Text fw={700}>
            {linked && (
              <AppLink to="/respond/incidents/$id" params={{ id: storm.incidentId }}>
                #{storm.number}
              </AppLink>
            )}{' '}
            {say(STORMS.count, { groups: groups.toLocaleString(), signals: signals.toLocaleString() })}
          </Text>
          <Text fz="sm">
            {say(STORMS.largest)}:{' '}
            {largest
              .slice(0, NAMED)
              .map(({ title, signals: count }) => `${title} ×${count.toLocaleString()}`)
              .join(' · ')}
          </Text>
          {storm.releasedAt && <Text fz="sm">{say(STORMS.releasing, { released, groups })}</Text>}
        </div>
        {!storm.releasedAt && may('incident.command') && (
          <ConfirmButton
            variant="default"
            loading={release.pending}
            onConfirm={() => release.run({ params: { id: storm.incidentId }, body: {} })}
          >
            {say(STORMS.release)}
          </ConfirmButton>
        )}
      </Group>
    </Alert>
  );
}

/** All storms that are open, or the one of an incident. */
export function StormNotices({ incidentId }: { incidentId?: string }) {
  const storms = useStorms().data?.storms ?? [];
  return storms
    .filter((storm) => incidentId === undefined || storm.incidentId === incidentId)
    .map((storm) => <StormNotice key={storm.incidentId} storm={storm} linked={incidentId === undefined} />);
}
