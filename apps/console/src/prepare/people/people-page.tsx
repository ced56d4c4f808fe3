import {
  Button,
  Checkbox,
  Divider,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as CONTACTS_ROUTES } from '../../../../../areas/prepare/contacts/contract.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../../../../areas/roles.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Secret } from '../../ui/secret.tsx';
import { W } from '../../words.ts';
import { useTellBroken } from '../duty/tell-broken.tsx';
import { ContactCard } from './contact-card.tsx';
import { TITLES } from './titles.ts';
import { PEOPLE } from './words.ts';

const route = getRouteApi('/shell/prepare/people');
type Person = ReplyOf<'GET /api/prepare/people'>['people'][number];
const h = columnHelper<Person>();
const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

export function PeoplePage() {
  const { say, list } = useSpeech();
  const may = useMay();
  const { search, role } = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState<Person | 'new'>();
  const roleWords = (roles: readonly string[]) =>
    list(roles.map((name) => (isRole(name) ? say(ROLES[name].name) : name)));
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 220, meta: { main: true } }),
    h.accessor((person) => roleWords(person.roles), {
      id: 'roles',
      header: say(PEOPLE.roles),
      size: 260,
      meta: { grow: true },
    }),
    h.accessor('email', { header: say(W.email), size: 240 }),
    h.accessor((person) => (person.hasAccount ? '✓' : say(PEOPLE.never)), {
      id: 'account',
      header: say(PEOPLE.canSignIn),
      size: 120,
    }),
  ]);
  const set = (patch: { search?: string; role?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const manage = may('person.manage');
  return (
    <ListScreen<Person, string>
      title={say(TITLES.people)}
      queryKey={['people', search, role]}
      load={async (after: string | undefined, signal) => {
        const page = await call(
          'GET /api/prepare/people',
          {
            query: { search: search || undefined, role: isRole(role) ? role : undefined, after, limit: 200 },
          },
          signal,
        );
        return { rows: page.people, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => manage && setEditing(row)}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <Select
          aria-label={say(PEOPLE.roles)}
          placeholder={say(PEOPLE.roles)}
          clearable
          value={role || null}
          data={ROLE_NAMES.map((name) => ({ value: name, label: say(ROLES[name].name) }))}
          onChange={(next) => set({ role: next ?? '' })}
        />
      }
      tools={manage && <Button onClick={() => setEditing('new')}>{say(PEOPLE.addPerson)}</Button>}
      empty={say(PEOPLE.peopleEmpty)}
    >
      {() => (
        <>
          {editing && (
            <EditPerson
              person={editing === 'new' ? undefined : editing}
              onClose={() => setEditing(undefined)}
            />
          )}
        </>
      )}
    </ListScreen>
  );
}

function EditPerson({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const { say, language: mine } = useSpeech();
  const units = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  const options = { stale: ['people', 'duty'] as const, done: onClose };
  const begin = {
    name: person?.name ?? '',
    roles: (person?.roles ?? ['responder']).filter(isRole),
    language: person?.language ?? mine,
    unitId: person?.unitId ?? '',
  };
  const adding = useRouteForm(CONTACTS_ROUTES, 'POST /api/prepare/people', {
    ...options,
    begin: { ...begin, email: '', breakGlass: false },
  });
  const changing = useRouteForm(CONTACTS_ROUTES, 'PUT /api/prepare/people/:id', {
    ...options,
    given: { id: person?.id ?? '', seen: { ...begin, unitId: person?.unitId ?? null } },
    begin,
  });
  const form = person ? changing : adding;
  const tellBroken = useTellBroken();
  const remove = useAct('DELETE /api/prepare/people/:id', {
    stale: [...options.stale, 'rosters-ahead', 'swaps'],
    done: ({ breaks }) => {
      tellBroken(breaks);
      onClose();
    },
  });
  const invite = useAct('POST /api/prepare/people/:id/invitation', { stale: ['people'] });
  return (
    <Modal opened onClose={onClose} title={person ? person.name : say(PEOPLE.addPerson)} size="lg">
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <TextInput {...form.text('name', say(W.name))} data-autofocus />
          {person ? (
            <TextInput
              label={say(W.email)}
              description={say(PEOPLE.emailStays)}
              value={person.email}
              readOnly
            />
          ) : (
            <TextInput {...adding.text('email', say(W.email))} type="email" />
          )}
          <MultiSelect
            {...form.list('roles', say(PEOPLE.roles))}
            data={ROLE_NAMES.map((role) => ({ value: role, label: say(ROLES[role].name) }))}
          />
          <Select
            {...form.choice('unitId', say(W.unit))}
            clearable
            data={(units.data?.units ?? []).map((unit) => ({
              value: unit.id,
              label: `${'　'.repeat(unit.depth)}${unit.name}`,
            }))}
          />
          <Select
            {...form.choice('language', say(PEOPLE.language))}
            allowDeselect={false}
            data={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
          />
          {!person && <Checkbox {...adding.yesNo('breakGlass', say(PEOPLE.breakGlass))} />}
          <Group justify="space-between">
            {person ? (
              <Group gap="sm">
                <ConfirmButton
                  loading={remove.pending}
                  onConfirm={() => remove.run({ params: { id: person.id } })}
                >
                  {say(W.remove)}
                </ConfirmButton>
                <Button
                  variant="default"
                  loading={invite.pending}
                  onClick={() => invite.run({ params: { id: person.id } })}
                >
                  {say(PEOPLE.invite)}
                </Button>
              </Group>
            ) : (
              <span />
            )}
            <Button type="submit" loading={form.pending}>
              {say(W.save)}
            </Button>
          </Group>
          {invite.data && <Secret value={invite.data.link} hint={say(PEOPLE.inviteHint)} />}
        </Stack>
      </form>
      {person && (
        <>
          <Divider my="md" />
          <ContactCard personId={person.id} />
        </>
      )}
    </Modal>
  );
}
