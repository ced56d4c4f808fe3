import { Button, Checkbox, Divider, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as CONTACTS_ROUTES } from '../../../../../areas/prepare/contacts/contract.ts';
import { ROLE_NAMES, ROLES } from '../../../../../areas/roles.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Secret } from '../../ui/secret.tsx';
import { W } from '../../words.ts';
import { useTellBroken } from '../duty/tell-broken.tsx';
import { ContactCard } from './contact-card.tsx';
import { GuestsDialog } from './guests-dialog.tsx';
import { InvitationPart } from './invitation-part.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { isRole, PersonFields } from './person-fields.tsx';
import { STANDING_WORDS, Standing } from './standing.tsx';
import { TITLES } from './titles.ts';
import { INVITE, PEOPLE } from './words.ts';

const route = getRouteApi('/shell/prepare/people');
type Person = ReplyOf<'GET /api/prepare/people'>['people'][number];
const h = columnHelper<Person>();

export function PeoplePage() {
  const { say, list } = useSpeech();
  const may = useMay();
  const { search, role } = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState<Person | 'new'>();
  const [inviting, setInviting] = useState<'one' | 'many'>();
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
    h.accessor('standing', {
      cell: (c) => <Standing standing={c.getValue()} />,
      header: say(INVITE.standing),
      size: 140,
      meta: { text: (standing: Person['standing']) => say(STANDING_WORDS[standing]) },
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
      tools={
        manage && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setEditing('new')}>
              {say(PEOPLE.addPerson)}
            </Button>
            <Button variant="default" onClick={() => setInviting('many')}>
              {say(INVITE.inviteMany)}
            </Button>
            <Button onClick={() => setInviting('one')}>{say(INVITE.invitePerson)}</Button>
          </Group>
        )
      }
      empty={say(PEOPLE.peopleEmpty)}
    >
      {(rows) => (
        <>
          {inviting === 'one' && <InviteDialog onClose={() => setInviting(undefined)} />}
          {inviting === 'many' && <GuestsDialog onClose={() => setInviting(undefined)} />}
          {editing && (
            <EditPerson
              person={editing === 'new' ? undefined : (rows.find(({ id }) => id === editing.id) ?? editing)}
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
          <PersonFields form={form} />
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
                {/* Whoever has not come yet has an invitation for it. */}
                {person.standing === 'joined' && (
                  <Button
                    variant="default"
                    loading={invite.pending}
                    onClick={() => invite.run({ params: { id: person.id } })}
                  >
                    {say(PEOPLE.invite)}
                  </Button>
                )}
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
          <InvitationPart person={person} />
          <ContactCard personId={person.id} />
        </>
      )}
    </Modal>
  );
}
