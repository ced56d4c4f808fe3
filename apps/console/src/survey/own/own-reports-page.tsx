import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { VERDICT_WORDS } from '../../../../../areas/survey/intake/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { IncidentSelect } from '../../ui/forms/selects.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { VERDICT_TONES } from '../desk/tones.ts';
import { DESK } from '../desk/words.ts';
import { TITLES } from './titles.ts';
import { OWN } from './words.ts';
import '../desk/desk.css';

type Answer = ReplyOf<'GET /api/survey/own-reports'>;

/** Reports this organisation sends, and what became of each. */
export function OwnReportsPage() {
  const { say } = useSpeech();
  const [starting, setStarting] = useState(false);
  const query = useQuery(reading('GET /api/survey/own-reports', { query: {} }, 'own-reports'));
  const start = <Button onClick={() => setStarting(true)}>{say(OWN.start)}</Button>;
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.own)}</Title>
        {start}
      </Group>
      <Loaded query={query}>
        {({ reports, recipients }) => (
          <>
            {reports.length === 0 ? (
              <Empty text={say(OWN.empty)}>{start}</Empty>
            ) : (
              <Listed reports={reports} />
            )}
            <SideDrawer opened={starting} onClose={() => setStarting(false)} title={say(OWN.start)}>
              <Start recipients={recipients} />
            </SideDrawer>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Listed({ reports }: Pick<Answer, 'reports'>) {
  const { say } = useSpeech();
  return (
    <ul className="report-list">
      {reports.map((each) => (
        <li key={each.id}>
          <Group gap="sm">
            <AppLink to="/survey/own-reports/$id" params={{ id: each.id }}>
              {each.number === null ? '' : `${receiptNumber(each.number)} `}
              {each.title || say(DESK.untitled)}
            </AppLink>
            <span className="quiet">{say(each.stage ? STAGE_WORDS[each.stage] : OWN.draft)}</span>
            {each.verdict && (
              <Mark tone={VERDICT_TONES[each.verdict]}>{say(VERDICT_WORDS[each.verdict])}</Mark>
            )}
            {each.openQuestions > 0 && <Mark tone="event">{say(OWN.open, { n: each.openQuestions })}</Mark>}
            <Ago at={each.changedAt} />
          </Group>
        </li>
      ))}
    </ul>
  );
}

function Start({ recipients }: Pick<Answer, 'recipients'>) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const [incidentId, setIncident] = useState<string | null>(null);
  const [peerId, setPeer] = useState<string | null>(recipients[0]?.id ?? null);
  const act = useAct('POST /api/survey/own-reports', {
    stale: ['own-reports'],
    done: ({ id }) => void navigate({ to: '/survey/own-reports/$id', params: { id } }),
  });
  return (
    <Stack>
      <IncidentSelect
        label={say(OWN.incident)}
        value={incidentId ?? ''}
        error={act.wrong('incidentId')}
        onChange={(value) => setIncident(value)}
      />
      <Select
        label={say(OWN.recipient)}
        clearable
        value={peerId}
        data={recipients.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setPeer}
      />
      {recipients.length === 0 && <Text className="quiet">{say(OWN.noRecipient)}</Text>}
      <Group>
        <Button
          loading={act.pending}
          onClick={() => act.run({ body: { incidentId: incidentId || null, peerId } })}
        >
          {say(OWN.start)}
        </Button>
      </Group>
    </Stack>
  );
}
