import { Card, Stack } from '@mantine/core';
import { Bounded } from '../../../ui/boundary.tsx';
import { IncidentPlan } from '../../plans/incident-plan.tsx';
import { ChangesCard } from '../changes-card.tsx';

/** The plan that is followed, and what is changed by hand besides. */
export function Plan({ incidentId }: { incidentId: string }) {
  return (
    <Stack>
      <Bounded>
        <Card withBorder padding="sm">
          <IncidentPlan incidentId={incidentId} />
        </Card>
        <ChangesCard incidentId={incidentId} />
      </Bounded>
    </Stack>
  );
}
