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
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ROLE_NAMES, ROLES, type Role } from '../../../../../areas/roles.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper, DataTable } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { usePages } from '../../ui/pages.ts';
import { Empty } from '../../ui/query-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Secret } from '../../ui/secret.tsx';
import { W } from '../../words.ts';
import { ContactCard } from './contact-card.tsx';
import { TITLES } from './titles.ts';
import { PEOPLE } from './words.ts';

const route = getRouteApi('/shell/prepare/people');
type Person = ReplyOf<'GET /api/prepare/people'>['people'][number];
const h = columnHelper<Person>();
const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

export function PeoplePage() {
  const { say } = useSpeech();
  const may = useMay();
  const { search, role } = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState<Person | 'new'>();
  const roleWords = (roles: readonly string[]) =>
    roles.map((name) => (isRole(name) ? say(ROLES[name].name) : name)).join(', ');
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 220 }),
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
  const { rows, query } = usePages<Person, string>(['people', search, role], async (after, signal) => {
    const page = await call(
      'GET /api/prepare/people',
      { query: { search: search || undefined, role: isRole(role) ? role : undefined, after, limit: 200 } },
      signal,
    );
    return { rows: page.people, next: page.next };
  });
  const set = (patch: { search?: string; role?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const manage = may('person.manage');
  return (
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.people)}</Title>
        <Group gap="sm">
          <Select
            aria-label={say(PEOPLE.roles)}
            placeholder={say(PEOPLE.roles)}
            clearable
            value={role || null}
            data={ROLE_NAMES.map((name) => ({ value: name, label: say(ROLES[name].name) }))}
            onChange={(next) => set({ role: next ?? '' })}
          />
          <SearchBox value={search} onCommit={(next) => set({ search: next })} />
          {manage && <Button onClick={() => setEditing('new')}>{say(PEOPLE.addPerson)}</Button>}
        </Group>
      </Group>
      <DataTable
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        query={query}
        label={say(TITLES.people)}
        onOpen={(row) => manage && setEditing(row)}
        empty={<Empty text={say(PEOPLE.peopleEmpty)} />}
      />
      {editing && (
        <EditPerson person={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}

function EditPerson({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const { say, language: mine } = useSpeech();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [roles, setRoles] = useState<Role[]>((person?.roles ?? ['responder']).filter(isRole));
  const [language, setLanguage] = useState<'ja' | 'en'>(person?.language ?? mine);
  const [unitId, setUnitId] = useState(person?.unitId ?? null);
  const [breakGlass, setBreakGlass] = useState(false);
  const units = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  const options = { stale: ['people', 'duty'] as const, done: onClose };
  const add = useAct('POST /api/prepare/people', options);
  const change = useAct('PUT /api/prepare/people/:id', options);
  const remove = useAct('DELETE /api/prepare/people/:id', options);
  const invite = useAct('POST /api/prepare/people/:id/invitation', { stale: ['people'] });
  const wrong = person ? change.wrong : add.wrong;
  return (
    <Modal opened onClose={onClose} title={person ? person.name : say(PEOPLE.addPerson)} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (person) change.run({ params: { id: person.id }, body: { name, roles, language, unitId } });
          else add.run({ body: { name, email, roles, language, unitId, breakGlass } });
        }}
      >
        <Stack>
          <TextInput
            label={say(W.name)}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
            error={wrong('name')}
            required
            data-autofocus
          />
          <TextInput
            label={say(W.email)}
            type="email"
            value={email}
            disabled={person !== undefined}
            onChange={(e) => setEmail(e.currentTarget.value)}
            error={wrong('email')}
            required
          />
          <MultiSelect
            label={say(PEOPLE.roles)}
            value={roles}
            data={ROLE_NAMES.map((role) => ({ value: role, label: say(ROLES[role].name) }))}
            onChange={(next) => setRoles(next.filter(isRole))}
            error={wrong('roles')}
          />
          <Select
            label={say(W.unit)}
            clearable
            value={unitId}
            data={(units.data?.units ?? []).map((unit) => ({
              value: unit.id,
              label: `${'　'.repeat(unit.depth)}${unit.name}`,
            }))}
            onChange={setUnitId}
            error={wrong('unitId')}
          />
          <Select
            label={say(PEOPLE.language)}
            value={language}
            allowDeselect={false}
            data={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(next) => setLanguage(next === 'en' ? 'en' : 'ja')}
          />
          {!person && (
            <Checkbox
              label={say(PEOPLE.breakGlass)}
              checked={breakGlass}
              onChange={(e) => setBreakGlass(e.currentTarget.checked)}
            />
          )}
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
            <Button type="submit" loading={add.pending || change.pending}>
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
