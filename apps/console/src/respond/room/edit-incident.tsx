import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { contracts as INCIDENTS_ROUTES } from '../../../../../areas/respond/incidents/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { AssetSelect } from '../../ui/forms/selects.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { RECOVERY } from './recovery-words.ts';
import { ROOM } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function EditIncident({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { say } = useSpeech();
  const { title, severity, site } = incident;
  const form = useRouteForm(INCIDENTS_ROUTES, 'PUT /api/respond/incidents/:id', {
    given: { id: incident.id, seen: { title, severity, site } },
    begin: { title, severity, site: site ?? '' },
    stale: ['incident', 'incidents', 'timeline'],
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={say(ROOM.edit)}>
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <TextInput {...form.text('title', say(W.title))} data-autofocus />
          <Select
            {...form.choice('severity', say(W.severity))}
            value={String(form.values.severity)}
            onChange={(level) => form.set('severity', Number(level))}
            allowDeselect={false}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
          />
          <AssetSelect {...form.pick('site', say(RECOVERY.site))} kind="site" />
          <Text className="quiet">{say(ROOM.situationElsewhere)}</Text>
          <Button type="submit" loading={form.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
