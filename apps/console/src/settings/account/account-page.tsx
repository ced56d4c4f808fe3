import { contracts as AUTH_ROUTES } from '../../../../../apps/server/auth/contract.ts';
import './account-page.css';
import {
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { PERMISSION_NAMES, type Permission } from '../../../../../areas/roles.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { ApiError, call, type ReplyOf, request } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { ContactCard } from '../../prepare/people/contact-card.tsx';
import { keyOf, reading } from '../../queries.ts';
import { registerPasskey } from '../../sign-in/passkey.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Bounded } from '../../ui/boundary.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { KeyModal } from '../../ui/key-modal.tsx';
import { Mark } from '../../ui/mark.tsx';
import { NamedList } from '../../ui/named-list.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Secret } from '../../ui/secret.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { agentName } from './agent.ts';
import { ACCOUNT } from './words.ts';

const route = getRouteApi('/shell/settings/account');
type Session = ReplyOf<'GET /api/account/sessions'>['sessions'][number];
type Key = ReplyOf<'GET /api/account/keys'>['keys'][number];

export function AccountPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { data: me } = useMe();
  return (
    <div className="page">
      <Title order={1}>{say(W.account)}</Title>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Bounded>
          {me && may('person.read') && (
            <Card withBorder>
              <ContactCard personId={me.personId} />
            </Card>
          )}
          <Password />
          <TwoFactor />
          <Passkeys />
        </Bounded>
      </SimpleGrid>
      <Bounded>
        <Sessions />
        {may('key.manage') && <Keys />}
      </Bounded>
    </div>
  );
}

/** What the sign-in library refuses, in our words; it speaks English alone. */
const REFUSALS: { readonly [code: string]: Bilingual } = {
  INVALID_PASSWORD: ACCOUNT.passwordWrong,
  INVALID_CODE: W.codeWrong,
  PASSWORD_TOO_SHORT: ACCOUNT.passwordTooShort,
  PASSWORD_COMPROMISED: ACCOUNT.passwordKnown,
  SESSION_NOT_FRESH: ACCOUNT.signInAgain,
};

const ME = keyOf('GET /api/account/me', {});
const PASSKEYS: QueryKey = ['passkeys'];

/** An act against the sign-in library; what it refuses is shown in the user's language. */
function useSignInAct<T>(act: () => Promise<T>, stale: QueryKey) {
  const { say } = useSpeech();
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: stale }),
    onError: (error: Error) => {
      const known = error instanceof ApiError ? REFUSALS[error.code] : undefined;
      notifications.show({ color: 'red', message: known ? say(known) : error.message });
    },
  });
}

function Password() {
  const { say } = useSpeech();
  const { data: me } = useMe();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const first = useAct('POST /api/account/password', {
    said: say(W.saved),
    stale: ['me'],
    done: () => setFresh(''),
  });
  const change = useSignInAct(async () => {
    await request('POST', '/api/auth/change-password', {
      currentPassword: current,
      newPassword: fresh,
      revokeOtherSessions: true,
    });
    setCurrent('');
    setFresh('');
    notifications.show({ color: 'green', message: say(W.saved) });
  }, ['sessions']);
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (me?.hasPassword) change.mutate();
          else first.run({ body: { password: fresh } });
        }}
      >
        <Stack>
          <Title order={2}>{say(W.password)}</Title>
          {me?.hasPassword === false && <Alert color="yellow">{say(ACCOUNT.noPassword)}</Alert>}
          {me?.hasPassword && (
            <PasswordField
              label={say(ACCOUNT.currentPassword)}
              value={current}
              onChange={(e) => setCurrent(e.currentTarget.value)}
              autoComplete="current-password"
              required
            />
          )}
          <PasswordField
            label={say(W.newPassword)}
            value={fresh}
            onChange={(e) => setFresh(e.currentTarget.value)}
            autoComplete="new-password"
            error={first.wrong('password')}
            minLength={12}
            required
          />
          <Group>
            <Button type="submit" loading={first.pending || change.isPending}>
              {say(ACCOUNT.setPassword)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function TwoFactor() {
  const { say } = useSpeech();
  const { data: me } = useMe();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [enrolment, setEnrolment] = useState<{ uri: string; secret: string; backupCodes: string[] }>();
  const enable = useSignInAct(async () => {
    const answer = (await request('POST', '/api/auth/two-factor/enable', { password })) as {
      totpURI: string;
      backupCodes: string[];
    };
    setEnrolment({
      uri: answer.totpURI,
      secret: new URL(answer.totpURI).searchParams.get('secret') ?? '',
      backupCodes: answer.backupCodes,
    });
  }, ME);
  const disable = useSignInAct(async () => {
    await request('POST', '/api/auth/two-factor/disable', { password });
    setPassword('');
  }, ME);
  const confirm = useSignInAct(async () => {
    await request('POST', '/api/auth/two-factor/verify-totp', { code });
    setEnrolment(undefined);
  }, ME);
  return (
    <Card withBorder>
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{say(ACCOUNT.twoFactor)}</Title>
          {me?.twoFactor && <Mark tone="recovery">{say(ACCOUNT.enabledState)}</Mark>}
        </Group>
        {enrolment ? (
          <>
            <Text>{say(ACCOUNT.totpHint)}</Text>
            <QrCode text={enrolment.uri} label={say(ACCOUNT.totpQr)} />
            <div className="code" data-testid="totp">
              {enrolment.secret}
            </div>
            <Text>{say(ACCOUNT.backupCodes)}</Text>
            <div className="code">{enrolment.backupCodes.join('  ')}</div>
            <Group align="end">
              <TextInput
                label={say(W.code)}
                value={code}
                onChange={(e) => setCode(e.currentTarget.value)}
                autoComplete="one-time-code"
              />
              <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
                {say(ACCOUNT.enable)}
              </Button>
            </Group>
          </>
        ) : (
          <PasswordGate>
            <Group align="end">
              <PasswordField
                label={say(ACCOUNT.currentPassword)}
                value={password}
                onChange={(e) => setPassword(e.currentTarget.value)}
                style={{ flex: 1 }}
                autoComplete="current-password"
              />
              {me?.twoFactor ? (
                <ConfirmButton
                  loading={disable.isPending}
                  disabled={!password}
                  onConfirm={() => disable.mutate()}
                >
                  {say(ACCOUNT.disable)}
                </ConfirmButton>
              ) : (
                <ActButton
                  loading={enable.isPending}
                  why={password ? undefined : say(ACCOUNT.passwordFirst)}
                  onClick={() => enable.mutate()}
                >
                  {say(ACCOUNT.enable)}
                </ActButton>
              )}
            </Group>
          </PasswordGate>
        )}
      </Stack>
    </Card>
  );
}

/** What needs the current password says so to whoever has none yet. */
function PasswordGate({ children }: { children: ReactNode }) {
  const { say } = useSpeech();
  const { data: me } = useMe();
  return me?.hasPassword ? children : <Text className="quiet">{say(ACCOUNT.needsPassword)}</Text>;
}

function Passkeys() {
  const { say } = useSpeech();
  const query = useQuery({
    queryKey: PASSKEYS,
    queryFn: async () =>
      (await request('GET', '/api/auth/passkey/list-user-passkeys')) as {
        id: string;
        name?: string;
        createdAt: string;
      }[],
  });
  const add = useSignInAct(() => registerPasskey(navigator.platform || 'passkey'), PASSKEYS);
  const remove = useMutation({
    mutationFn: (id: string) => request('POST', '/api/auth/passkey/delete-passkey', { id }),
    onSuccess: () => query.refetch(),
  });
  return (
    <Card withBorder>
      <Stack>
        <Title order={2}>{say(ACCOUNT.passkeys)}</Title>
        <Loaded query={query}>
          {(passkeys) =>
            passkeys.map((passkey) => (
              <Group key={passkey.id} justify="space-between">
                <Text>
                  {passkey.name ?? say(ACCOUNT.passkeys)} · <Ago at={passkey.createdAt} />
                </Text>
                <ConfirmButton onConfirm={() => remove.mutate(passkey.id)}>{say(W.remove)}</ConfirmButton>
              </Group>
            ))
          }
        </Loaded>
        <Group>
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
            {say(ACCOUNT.addPasskey)}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

const sessionColumns = columnHelper<Session>();

function Sessions() {
  const { say } = useSpeech();
  const { sessions: search } = route.useSearch();
  const navigate = route.useNavigate();
  const revoke = useAct('DELETE /api/account/sessions/:id', { stale: ['sessions'] });
  const h = sessionColumns;
  const columns = h.columns([
    h.accessor('createdAt', {
      header: say(ACCOUNT.signedIn),
      size: 130,
      cell: (c) => <Ago at={c.getValue()} />,
    }),
    h.accessor('address', { header: say(ACCOUNT.address), size: 150 }),
    h.accessor((row) => agentName(row.agent, say), {
      id: 'agent',
      header: say(ACCOUNT.program),
      size: 200,
      meta: { grow: true },
    }),
    h.display({
      id: 'revoke',
      header: '',
      size: 130,
      cell: (c) =>
        c.row.original.current ? (
          <Mark tone="response">{say(ACCOUNT.current)}</Mark>
        ) : (
          <ConfirmButton
            size="compact-sm"
            onConfirm={() => revoke.run({ params: { id: c.row.original.id } })}
          >
            {say(W.revoke)}
          </ConfirmButton>
        ),
    }),
  ]);
  return (
    <Card withBorder>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{say(ACCOUNT.sessions)}</Title>
        <SearchBox
          value={search}
          onCommit={(next) =>
            void navigate({ search: (before) => ({ ...before, sessions: next }), replace: true })
          }
        />
      </Group>
      <div className="list-in-card">
        <NamedList
          queryKey="sessions"
          search={search}
          columns={columns}
          label={say(ACCOUNT.sessions)}
          empty={<Empty text="—" />}
          load={async (query, signal) => {
            const { sessions, next } = await call('GET /api/account/sessions', { query }, signal);
            return { rows: sessions, next };
          }}
        />
      </div>
    </Card>
  );
}

const isPermission = (scope: string): scope is Permission => Object.hasOwn(PERMISSION_NAMES, scope);

const keyColumns = columnHelper<Key>();

function Keys() {
  const { say, list } = useSpeech();
  const { keys: search } = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  const scopes = useQuery(reading('GET /api/account/keys', { query: { limit: 1 } }, 'keys'));
  const revoke = useAct('DELETE /api/account/keys/:id', { stale: ['keys'] });
  const h = keyColumns;
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 160 }),
    h.accessor((row) => `${row.start}…`, { id: 'start', header: say(ACCOUNT.key), size: 110 }),
    h.accessor(
      (row) => list(row.scopes.map((scope) => (isPermission(scope) ? say(PERMISSION_NAMES[scope]) : scope))),
      {
        id: 'scopes',
        header: say(ACCOUNT.scopes),
        size: 220,
        meta: { grow: true },
      },
    ),
    h.accessor('expiresAt', {
      header: say(ACCOUNT.expires),
      size: 120,
      cell: (c) => {
        const at = c.getValue();
        return at ? <Ago at={at} /> : '—';
      },
    }),
    h.display({
      id: 'revoke',
      header: '',
      size: 120,
      cell: (c) => (
        <ConfirmButton size="compact-sm" onConfirm={() => revoke.run({ params: { id: c.row.original.id } })}>
          {say(W.revoke)}
        </ConfirmButton>
      ),
    }),
  ]);
  return (
    <Card withBorder>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{say(ACCOUNT.keys)}</Title>
        <Group gap="sm">
          <SearchBox
            value={search}
            onCommit={(next) =>
              void navigate({ search: (before) => ({ ...before, keys: next }), replace: true })
            }
          />
          <Button variant="default" onClick={() => setCreating(true)}>
            {say(ACCOUNT.createKey)}
          </Button>
        </Group>
      </Group>
      <div className="list-in-card">
        <NamedList
          queryKey="keys"
          search={search}
          columns={columns}
          label={say(ACCOUNT.keys)}
          empty={<Empty text={say(ACCOUNT.keysEmpty)} />}
          load={async (query, signal) => {
            const { keys, next } = await call('GET /api/account/keys', { query }, signal);
            return { rows: keys, next };
          }}
        />
      </div>
      {creating && scopes.data && (
        <CreateKey scopes={scopes.data.scopes.filter(isPermission)} onClose={() => setCreating(false)} />
      )}
    </Card>
  );
}

function CreateKey({ scopes, onClose }: { scopes: readonly Permission[]; onClose: () => void }) {
  const { say } = useSpeech();
  const form = useRouteForm(AUTH_ROUTES, 'POST /api/account/keys', {
    begin: { name: '', scopes: [], days: 90 },
    stale: ['keys'],
  });
  return (
    <KeyModal
      shown={form.data !== undefined}
      opened
      onClose={onClose}
      title={say(ACCOUNT.createKey)}
      size="lg"
    >
      {form.data ? (
        <Secret value={form.data.key} hint={say(W.keyOnce)} />
      ) : (
        <form onSubmit={form.submit} noValidate>
          <Stack>
            <TextInput {...form.text('name', say(W.name))} data-autofocus />
            <Checkbox.Group {...form.list('scopes', say(ACCOUNT.scopes))}>
              <SimpleGrid cols={2} mt="xs">
                {scopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={say(PERMISSION_NAMES[scope])} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
            <NumberInput {...form.number('days', say(ACCOUNT.days))} min={1} max={366} />
            <FormFoot submit={say(ACCOUNT.createKey)} pending={form.pending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </KeyModal>
  );
}
