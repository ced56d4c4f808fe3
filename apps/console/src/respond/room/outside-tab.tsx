import { Stack } from '@mantine/core';
import type { ReplyOf } from '../../api.ts';
import { useMay } from '../../me.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { DeskCard } from './desk-card.tsx';
import { JointCard } from './record-cards.tsx';
import { ReportsCard } from './reports-card.tsx';
import { SharesCard } from './shares-card.tsx';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function Outside({ incident }: { incident: Incident }) {
  const may = useMay();
  return (
    <Stack>
      <Bounded>
        <DeskCard incidentId={incident.id} over={incident.state !== 'open'} />
        <ReportsCard incidentId={incident.id} />
        <JointCard incidentId={incident.id} />
        {may('incident.share') && <SharesCard incident={incident} />}
      </Bounded>
    </Stack>
  );
}
