import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { ORGANISATION } from './words.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

export function OrganisationPage() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/organisation', {}, 'organisation'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.organisation)}</Title>
      <Loaded query={query}>
        {(organisation) => <OrganisationForm name={organisation.name} timeZone={organisation.timeZone} />}
      </Loaded>
      <Units />
    </div>
  );
}

function OrganisationForm(first: { name: string; timeZone: string }) {
  const { say } = useSpeech();
  const [name, setName] = useState(first.name);
  const [timeZone, setTimeZone] = useState(first.timeZone);
  const save = useAct('PUT /api/prepare/organisation', { said: say(W.saved), stale: ['organisation', 'me'] });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ body: { name, timeZone } });
      }}
    >
      <Stack maw={560}>
        <TextInput
          label={say(W.name)}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          error={save.wrong('name')}
        />
        <Select
          label={say(ORGANISATION.timeZone)}
          searchable
          value={timeZone}
          data={ZONES}
          allowDeselect={false}
          onChange={(next) => setTimeZone(next ?? timeZone)}
          error={save.wrong('timeZone')}
        />
        <Group>
          <Button type="submit" loading={save.pending}>
            {say(W.save)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Units() {
  const { say } = useSpeech();
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState<string | null>(null);
  const query = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  const add = useAct('POST /api/prepare/units', { stale: ['units'], done: () => setName('') });
  return (
    <Stack maw={560}>
      <Title order={2}>{say(ORGANISATION.units)}</Title>
      <Loaded query={query}>
        {({ units }) => (
          <>
            {units.map((unit) => (
              <Text key={unit.id} pl={unit.depth * 24}>
                {unit.name}
              </Text>
            ))}
            <form
              onSubmit={(event) => {
                event.preventDefault();
                add.run({ body: { name, parentId } });
              }}
            >
              <Group align="end">
                <TextInput
                  label={say(W.name)}
                  value={name}
                  onChange={(e) => setName(e.currentTarget.value)}
                  error={add.wrong('name')}
                  required
                />
                <Select
                  label={say(W.unit)}
                  clearable
                  value={parentId}
                  data={units.map(({ id, name: label }) => ({ value: id, label }))}
                  onChange={setParentId}
                />
                <Button type="submit" variant="default" loading={add.pending}>
                  {say(W.add)}
                </Button>
              </Group>
            </form>
          </>
        )}
      </Loaded>
    </Stack>
  );
}
