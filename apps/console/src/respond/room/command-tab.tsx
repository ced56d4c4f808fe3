import { Card, Stack } from '@mantine/core';
import type { ReplyOf } from '../../api.ts';
import { useMay } from '../../me.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Part } from '../../ui/part.tsx';
import { PagesCard } from './pages-card.tsx';

const StormNotices = lazyPart(() => import('../storms/storm-notice.tsx'), 'StormNotices');
// A telephone at night is to see the page and the clocks first; these follow beside each other.
const HeadquartersCard = lazyPart(() => import('./headquarters-card.tsx'), 'HeadquartersCard');
const TasksCard = lazyPart(() => import('./tasks-card.tsx'), 'TasksCard');
const RolesCard = lazyPart(() => import('./roles-card.tsx'), 'RolesCard');
const CallRuns = lazyPart(() => import('../../prepare/registers/call-runs.tsx'), 'CallRuns');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function Command({
  incident: { id, state, situation, site },
  inside,
}: {
  incident: Incident;
  inside: boolean;
}) {
  const may = useMay();
  const open = state === 'open';
  const attack = situation === 'ransomware' || situation === 'ddos' || situation === 'dataLeak';
  return (
    <Stack>
      <Bounded>
        <Part>
          <StormNotices incidentId={id} />
        </Part>
        <PagesCard incidentId={id} open={open} />
        {inside && (
          <Part>
            <HeadquartersCard incidentId={id} open={state !== 'closed'} />
          </Part>
        )}
        {inside && (
          <Part>
            <TasksCard incidentId={id} open={state !== 'closed'} />
          </Part>
        )}
        {inside && (
          <Part>
            <RolesCard incidentId={id} open={state !== 'closed'} />
          </Part>
        )}
        {inside && may('incident.declare') && (
          <Card withBorder padding="sm" className="no-print">
            <Part>
              <CallRuns cause={attack ? 'cyberAttack' : 'systemFailure'} site={site} incidentId={id} />
            </Part>
          </Card>
        )}
      </Bounded>
    </Stack>
  );
}
