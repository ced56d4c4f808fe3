import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { IncidentSelect } from '../../ui/forms/selects.tsx';
import { OWN } from './words.ts';

type Recipients = ReplyOf<'GET /api/survey/own-reports'>['recipients'];

/** Begins a report, filled from the record of an incident where there is one. */
export function BeginOwn({
  recipients,
  incident,
}: {
  recipients: Recipients;
  /** Where it is begun within one. */
  incident?: string;
}) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const [incidentId, setIncident] = useState<string | null>(incident ?? null);
  const [peerId, setPeer] = useState<string | null>(recipients[0]?.id ?? null);
  const act = useAct('POST /api/survey/own-reports', {
    stale: ['own-reports'],
    done: ({ id }) => void navigate({ to: '/survey/own-reports/$id', params: { id } }),
  });
  return (
    <Stack>
      {incident === undefined && (
        <IncidentSelect
          label={say(OWN.incident)}
          value={incidentId ?? ''}
          error={act.wrong('incidentId')}
          onChange={(value) => setIncident(value)}
        />
      )}
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
