import './shell.css';
import { ActionIcon, AppShell, Burger, Button, Group, Text, useMantineColorScheme } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useReducer, useState } from 'react';
import { ApiError } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { LiveProvider } from '../live/live.tsx';
import { useMe } from '../me.ts';
import { refreshPack } from '../offline/keep-pack.ts';
import { Boundary } from '../ui/boundary.tsx';
import { hangClock } from '../ui/dates/wall.ts';
import { IconMoon, IconSearch, IconSun, IconUser } from '../ui/icons.ts';
import { fetchTheRest, lazyPart } from '../ui/lazy-part.tsx';
import { AppLink } from '../ui/links.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { W } from '../words.ts';
import { Rail } from './rail.tsx';
import { Strip } from './strip.tsx';

const AccountMenu = lazyPart(() => import('./account-menu.tsx'), 'AccountMenu');
const Palette = lazyPart(() => import('./palette.tsx'), 'Palette');
/** Once what was asked for is there, and nobody waits. */
const REST_AFTER_MS = 10_000;
/** It opens while one writes a note, too. */
const NOWHERE: string[] = [];

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
  return (
    <Loaded query={me}>
      {({ timeZone }) => {
        hangClock(timeZone);
        // Every time that stands there is drawn anew where the clock is hung elsewhere.
        return <Frame key={timeZone} />;
      }}
    </Loaded>
  );
}

function Frame() {
  const { say, language } = useSpeech();
  const { data: me } = useMe();
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  useHotkeys([['mod+K', ask]], NOWHERE, true);
  useEffect(() => {
    // What is kept stays as it is where this fails; the next visit tries again.
    if (me) void refreshPack(language, me.personId).catch((error: unknown) => console.warn('pack', error));
  }, [language, me]);
  useEffect(() => {
    const timer = setTimeout(() => void fetchTheRest(), REST_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
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
                onClick={ask}
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
        {asked > 0 && (
          <Suspense>
            <Palette asked={asked} />
          </Suspense>
        )}
      </Boundary>
    </LiveProvider>
  );
}

function UserMenu() {
  const { say, language, speak } = useSpeech();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
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
      <Account />
    </Group>
  );
}

/** Who one is, and the way out; its list comes when it is asked for. */
function Account() {
  const { say } = useSpeech();
  const [asked, setAsked] = useState(false);
  const button = (
    <ActionIcon
      aria-label={say(W.account)}
      aria-haspopup="menu"
      onPointerEnter={AccountMenu.preload}
      onFocus={AccountMenu.preload}
      onClick={() => setAsked(true)}
    >
      <IconUser size={18} />
    </ActionIcon>
  );
  if (!asked) return button;
  return (
    <Boundary>
      <Suspense fallback={button}>
        <AccountMenu />
      </Suspense>
    </Boundary>
  );
}
