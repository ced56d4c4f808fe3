import { Card, Stack, Title } from '@mantine/core';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { SimilarCases } from '../../learn/lessons/similar-cases.tsx';
import { useMay } from '../../me.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { W } from '../../words.ts';
import { InvestigationCard } from './investigation-card.tsx';
import { LinksCard, SystemsCard, TimesCard } from './know-cards.tsx';
import { FactsCard } from './record-cards.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { RecoveryPlanCard } from './recovery-plan-card.tsx';
import { SignalsCard } from './signals-card.tsx';
import { SweepsCard } from './sweeps-card.tsx';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function Know({ incident }: { incident: Incident }) {
  const { say } = useSpeech();
  const may = useMay();
  const { id } = incident;
  return (
    <Stack>
      <Bounded>
        <TimesCard incidentId={id} />
        <SystemsCard incidentId={id} />
        <FactsCard incidentId={id} />
        <RecoveryPlanCard incidentId={id} />
        <RecoveryCard incidentId={id} />
        <SweepsCard incidentId={id} open={incident.state !== 'closed'} />
        {may('signal.read') && <SignalsCard incidentId={id} count={incident.signals} />}
        <InvestigationCard incidentId={id} />
        <LinksCard incidentId={id} situation={incident.situation} />
        {may('case.read') && (
          <Card withBorder padding="sm" className="no-print">
            <Title order={2} mb="xs">
              {say(W.similar)}
            </Title>
            <SimilarCases of="incident" id={id} />
          </Card>
        )}
      </Bounded>
    </Stack>
  );
}
