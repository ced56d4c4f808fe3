import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { AssetSelect } from './asset-select.tsx';
import { RECOVERY } from './recovery-words.ts';
import { ROOM } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function EditIncident({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { say } = useSpeech();
  const [title, setTitle] = useState(incident.title);
  const [severity, setSeverity] = useState(String(incident.severity));
  const [site, setSite] = useState(incident.site ?? '');
  const change = useAct('PUT /api/respond/incidents/:id', {
    stale: ['incident', 'incidents', 'timeline'],
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={say(ROOM.edit)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.run({
            params: { id: incident.id },
            body: { title, severity: Number(severity), site: site || null },
          });
        }}
      >
        <Stack>
          <TextInput
            label={say(W.title)}
            value={title}
            onChange={(e) => setTitle(e.currentTarget.value)}
            error={change.wrong('title')}
            data-autofocus
          />
          <Select
            label={say(W.severity)}
            value={severity}
            onChange={(value) => setSeverity(value ?? severity)}
            allowDeselect={false}
            error={change.wrong('severity')}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
          />
          <AssetSelect
            label={say(RECOVERY.site)}
            kind="site"
            value={site}
            onChange={(key) => setSite(key ?? '')}
            error={change.wrong('site')}
          />
          <Text className="quiet">{say(ROOM.situationElsewhere)}</Text>
          <Button type="submit" loading={change.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
