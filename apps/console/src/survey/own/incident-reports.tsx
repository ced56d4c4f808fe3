import { Button, Card, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { BeginOwn } from './begin-own.tsx';
import { OwnList } from './own-list.tsx';
import { TITLES } from './titles.ts';
import { OWN } from './words.ts';

/** What was told a surveying body of one incident, and where more is told; nothing where there is nobody to tell. */
export function IncidentReports({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const [starting, setStarting] = useState(false);
  const query = useQuery(reading('GET /api/survey/own-reports', { query: { incidentId } }, 'own-reports'));
  if (!query.data)
    return query.error ? (
      <section aria-label={say(TITLES.own)}>
        <Loaded query={query}>{() => null}</Loaded>
      </section>
    ) : null;
  const { reports, recipients } = query.data;
  if (reports.length === 0 && recipients.length === 0) return null;
  return (
    <Card withBorder padding="sm" component="section" aria-label={say(TITLES.own)}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2}>{say(TITLES.own)}</Title>
        <Button size="compact-md" variant="default" className="no-print" onClick={() => setStarting(true)}>
          {say(OWN.start)}
        </Button>
      </Group>
      {reports.length > 0 && <OwnList reports={reports} />}
      <SideDrawer opened={starting} onClose={() => setStarting(false)} title={say(OWN.start)}>
        <BeginOwn recipients={recipients} incident={incidentId} />
      </SideDrawer>
    </Card>
  );
}
