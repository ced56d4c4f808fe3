import {
  ActionIcon,
  AppShell,
  Badge,
  Burger,
  Button,
  Group,
  Menu,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import {
  IconActivity,
  IconBook2,
  IconClipboardList,
  IconEye,
  IconHistory,
  IconLifebuoy,
  IconMoon,
  IconSearch,
  IconSettings,
  IconSun,
  IconUser,
  IconWorldSearch,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { REGISTER_NAMES, REGISTERS } from '../../../../areas/prepare/registers/words.ts';
import { ApiError, request } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { LiveProvider } from '../live.tsx';
import { useMay, useMe } from '../me.ts';
import { dropPack, refreshPack } from '../offline/keep-pack.ts';
import { HQ } from '../prepare/headquarters-time/headquarters-page.tsx';
import { PACK } from '../prepare/pack/pack-page.tsx';
import { PLAN } from '../prepare/plans/words.ts';
import { Boundary } from '../ui/boundary.tsx';
import { AppLink, MenuLink, RailLink } from '../ui/links.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { W } from '../words.ts';
import { Palette } from './palette.tsx';
import { Strip } from './strip.tsx';

/** Left rail, strip on top, the room in the middle. Who is not signed in is led to signing in and back. */
export function Shell() {
  const me = useMe();
  const navigate = useNavigate();
  const { href } = useLocation();
  const signedOut = me.error instanceof ApiError && me.error.status === 401;
  useEffect(() => {
    // Once on the way there, this component still sees the new address for a moment.
    if (!signedOut || href.startsWith('/sign-in')) return;
    void navigate({ to: '/sign-in', search: { to: href === '/' ? '' : href }, replace: true });
  }, [signedOut, navigate, href]);
  if (signedOut) return null;
  return <Loaded query={me}>{() => <Frame />}</Loaded>;
}

function Frame() {
  const { say, language } = useSpeech();
  const { data: me } = useMe();
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(() => {
    // What is kept stays as it is where this fails; the next visit tries again.
    if (me) void refreshPack(language, me.personId).catch((error: unknown) => console.warn('pack', error));
  }, [language, me]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a phone closes when one has arrived.
  useEffect(() => close(), [pathname]);
  return (
    <LiveProvider>
      <a className="skip" href="#main">
        {say(W.skip)}
      </a>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={0}
      >
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={say(W.menu)} />
              <AppLink to="/" fw={700} fz="lg" c="inherit" underline="never" style={{ whiteSpace: 'nowrap' }}>
                Sonae 備え
              </AppLink>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <Button
                variant="default"
                leftSection={<IconSearch size={14} aria-hidden />}
                onClick={spotlight.open}
                visibleFrom="xs"
              >
                {say(W.palette)}{' '}
                <Text span className="quiet" ml="sm" fz="xs">
                  Ctrl K
                </Text>
              </Button>
              <UserMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" bg="var(--sonae-rail)">
          <Boundary>
            <Rail />
          </Boundary>
        </AppShell.Navbar>
        <AppShell.Main id="main">
          <Boundary>
            {' '}
            <Strip />
          </Boundary>
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <Boundary>
        {' '}
        <Palette />
      </Boundary>
    </LiveProvider>
  );
}

const ROOMS = [
  { to: '/', word: W.now, Icon: IconActivity },
  { to: '/prepare', word: W.prepare, Icon: IconClipboardList },
  { to: '/detect', word: W.detect, Icon: IconEye },
  { to: '/respond', word: W.respond, Icon: IconLifebuoy },
  { to: '/learn', word: W.learn, Icon: IconBook2 },
  { to: '/survey', word: W.survey, Icon: IconWorldSearch },
] as const;

function Rail() {
  const { say } = useSpeech();
  const may = useMay();
  const { pathname } = useLocation();
  const within = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  const sub = (to: string, label: string) => (
    <RailLink key={to} to={to} label={label} active={pathname === to} pl={36} />
  );
  return (
    <nav aria-label={say(W.menu)}>
      {ROOMS.map(({ to, word, Icon }) => (
        <div key={to}>
          <RailLink
            to={to}
            label={say(word)}
            leftSection={<Icon size={18} aria-hidden />}
            active={within(to)}
            fw={within(to) ? 700 : 400}
          />
          {to === '/prepare' &&
            within(to) && [
              may('register.read') && sub('/prepare/systems', say(W.systems)),
              may('register.read') && sub('/prepare/readiness', say(W.readiness)),
              may('register.read') && sub('/prepare/headquarters-time', say(HQ.title)),
              may('register.read') && sub('/prepare/plans', say(PLAN.plans)),
              may('register.read') && sub('/prepare/pack', say(PACK.title)),
              may('register.read') && sub('/prepare/calls', say(W.callMatrix)),
              ...(may('register.read')
                ? REGISTER_NAMES.filter((name) => name !== 'call-trees' && name !== 'plans').map((name) =>
                    sub(`/prepare/registers/${name}`, say(REGISTERS[name].name)),
                  )
                : []),
              sub('/prepare/people', say(W.people)),
              sub('/prepare/duty', say(W.duty)),
            ]}
          {to === '/detect' &&
            within(to) && [
              sub('/detect', say(W.signals)),
              may('source.read') && sub('/detect/heartbeats', say(W.heartbeats)),
            ]}
          {to === '/respond' &&
            within(to) && [
              sub('/respond', say(W.incidents)),
              may('rule.read') && sub('/respond/rules', say(W.rules)),
              may('page.command') && sub('/respond/outbox', say(W.outbox)),
            ]}
          {to === '/learn' &&
            within(to) && [
              sub('/learn', say(W.cases)),
              sub('/learn/lessons', say(W.lessons)),
              sub('/learn/improvements', say(W.improvements)),
            ]}
        </div>
      ))}
      <RailLink
        to="/settings/account"
        label={say(W.settings)}
        leftSection={<IconSettings size={18} aria-hidden />}
        active={pathname.startsWith('/settings')}
        mt="md"
      />
      {pathname.startsWith('/settings') && [
        sub('/settings/account', say(W.account)),
        may('source.read') && sub('/settings/sources', say(W.sources)),
        may('channel.read') && sub('/settings/channels', say(W.channels)),
        may('organisation.manage') && sub('/settings/organisation', say(W.organisation)),
      ]}
      {may('audit.read') && (
        <RailLink
          to="/audit"
          label={say(W.audit)}
          leftSection={<IconHistory size={18} aria-hidden />}
          active={pathname === '/audit'}
        />
      )}
    </nav>
  );
}

function UserMenu() {
  const { say, language, speak } = useSpeech();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const { data: me } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await request('POST', '/api/auth/sign-out', {});
    await dropPack();
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Group gap={4} wrap="nowrap">
      <Button variant="subtle" onClick={() => speak(language === 'ja' ? 'en' : 'ja')} px="xs">
        {language === 'ja' ? 'English' : '日本語'}
      </Button>
      <ActionIcon
        aria-label={say(colorScheme === 'dark' ? W.light : W.dark)}
        onClick={() => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark')}
      >
        {colorScheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={say(W.account)}>
            <IconUser size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me?.name}
            <br />
            {me?.organisation.name} {me?.organisation.demo && <Badge size="xs">demo</Badge>}
          </Menu.Label>
          <MenuLink to="/settings/account">{say(W.account)}</MenuLink>
          <Menu.Item component="a" href="/reference" target="_blank" rel="noreferrer">
            {say(W.reference)}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>{say(W.signOut)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
