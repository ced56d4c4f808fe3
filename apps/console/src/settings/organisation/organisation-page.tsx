import './organisation.css';
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { contracts as PARTIES_ROUTES } from '../../../../../areas/prepare/parties/contract.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { AppLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { useTick } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { FoundAnother } from './found-another.tsx';
import { GroupsPart } from './groups-part.tsx';
import { MarkPart } from './mark-part.tsx';
import { TITLES } from './titles.ts';
import { ORGANISATION } from './words.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

export function OrganisationPage() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery(reading('GET /api/prepare/organisation', {}, 'organisation'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.organisation)}</Title>
      <Part title={say(ORGANISATION.basics)} hint={say(ORGANISATION.basicsHint)}>
        <Loaded query={query}>
          {(organisation) => <OrganisationForm name={organisation.name} timeZone={organisation.timeZone} />}
        </Loaded>
      </Part>
      <Part title={say(ORGANISATION.mark)} hint={say(ORGANISATION.markHint)}>
        <MarkPart />
      </Part>
      <Part title={say(ORGANISATION.calendars)} hint={say(ORGANISATION.calendarsHint)}>
        <AppLink to="/prepare/registers/$register" params={{ register: 'calendars' }}>
          {say(ORGANISATION.openCalendars)}
        </AppLink>
      </Part>
      <Part title={say(ORGANISATION.languages)} hint={say(ORGANISATION.languagesHint)}>
        <AppLink to="/prepare/people">{say(ORGANISATION.openPeople)}</AppLink>
      </Part>
      <Part title={say(ORGANISATION.units)} hint={say(ORGANISATION.unitsHint)}>
        <Units />
      </Part>
      {may('organisation.manage') && (
        <Part title={say(ORGANISATION.groups)} hint={say(ORGANISATION.groupsHint)}>
          <GroupsPart />
        </Part>
      )}
      <FoundAnother />
    </div>
  );
}

/** A part of the settings: what it is, what it is for, and its fields beside. */
function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings-part" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="quiet">{hint}</p>
      </div>
      <div>{children}</div>
    </section>
  );
}

/** What the clock shows in a zone, so that whoever chooses one sees that it is theirs. */
function useClockIn(zone: string): string {
  const { language } = useSpeech();
  const now = useTick();
  return ZONES.includes(zone)
    ? new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: zone,
      }).format(new Date(now))
    : '';
}

function OrganisationForm(first: { name: string; timeZone: string }) {
  const { say } = useSpeech();
  const form = useRouteForm(PARTIES_ROUTES, 'PUT /api/prepare/organisation', {
    given: { seen: first },
    begin: first,
    said: say(W.saved),
    stale: ['organisation', 'me'],
  });
  const clock = useClockIn(form.values.timeZone ?? '');
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack maw={560}>
        <TextInput
          {...form.text('name', say(ORGANISATION.organisationName))}
          description={say(ORGANISATION.nameHint)}
        />
        <Select
          {...form.choice('timeZone', say(ORGANISATION.timeZone))}
          description={say(ORGANISATION.zoneHint, { now: clock })}
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
      <Loaded query={query}>
        {({ units }) => (
          <>
            {units.length === 0 && <Text className="quiet">{say(ORGANISATION.noUnits)}</Text>}
            <ul className="unit-tree">
              {units.map((unit) => (
                <li key={unit.id} style={{ paddingInlineStart: unit.depth * 24 }}>
                  {unit.depth > 0 && <span aria-hidden>└ </span>}
                  {unit.name}
                </li>
              ))}
            </ul>
            <form onSubmit={form.submit} noValidate>
              <Group align="end">
                <TextInput {...form.text('name', say(ORGANISATION.unitName))} />
                <Select
                  {...form.choice('parentId', say(ORGANISATION.within))}
                  placeholder={say(ORGANISATION.atTop)}
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
