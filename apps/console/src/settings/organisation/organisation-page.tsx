import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as PARTIES_ROUTES } from '../../../../../areas/prepare/parties/contract.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { FoundAnother } from './found-another.tsx';
import { GroupsPart } from './groups-part.tsx';
import { MarkPart } from './mark-part.tsx';
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
      <MarkPart />
      <Units />
      <GroupsPart />
      <FoundAnother />
    </div>
  );
}

function OrganisationForm(first: { name: string; timeZone: string }) {
  const { say } = useSpeech();
  const form = useRouteForm(PARTIES_ROUTES, 'PUT /api/prepare/organisation', {
    given: { seen: first },
    begin: first,
    said: say(W.saved),
    stale: ['organisation', 'me'],
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack maw={560}>
        <TextInput {...form.text('name', say(W.name))} />
        <Select
          {...form.choice('timeZone', say(ORGANISATION.timeZone))}
          searchable
          data={ZONES}
          allowDeselect={false}
        />
        <Group>
          <Button type="submit" loading={form.pending}>
            {say(W.save)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Units() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  const form = useRouteForm(PARTIES_ROUTES, 'POST /api/prepare/units', {
    begin: { name: '', parentId: '' },
    stale: ['units'],
    done: () => form.set('name', ''),
  });
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
            <form onSubmit={form.submit} noValidate>
              <Group align="end">
                <TextInput {...form.text('name', say(W.name))} />
                <Select
                  {...form.choice('parentId', say(W.unit))}
                  clearable
                  data={units.map(({ id, name: label }) => ({ value: id, label }))}
                />
                <Button type="submit" variant="default" loading={form.pending}>
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
