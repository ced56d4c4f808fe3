import { Stack } from '@mantine/core';
import type { ReplyOf } from '../../../api.ts';
import { useMay } from '../../../me.ts';
import { Bounded } from '../../../ui/boundary.tsx';
import { LinksCard, SystemsCard, TimesCard } from '../know-cards.tsx';
import { FactsCard } from '../record-cards.tsx';
import { SignalsCard } from '../signals-card.tsx';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** What is known: when, which systems, by which accounts and signals, and what it belongs with. */
export function Know({ incident }: { incident: Incident }) {
  const may = useMay();
  const { id } = incident;
  return (
    <Stack>
      <Bounded>
        <TimesCard incidentId={id} />
        <SystemsCard incidentId={id} />
        <FactsCard incidentId={id} />
        {may('signal.read') && <SignalsCard incidentId={id} count={incident.signals} />}
        <LinksCard incidentId={id} situation={incident.situation} />
      </Bounded>
    </Stack>
  );
}
