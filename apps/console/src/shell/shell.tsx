import './shell.css';
import { ActionIcon, AppShell, Burger, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useLayoutEffect, useReducer } from 'react';
import { ApiError } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { LiveProvider } from '../live/live.tsx';
import { useMe } from '../me.ts';
import { refreshPack } from '../offline/keep-pack.ts';
import { showOrganisation } from '../shown-organisation.ts';
import { Boundary } from '../ui/boundary.tsx';
import { hangClock } from '../ui/dates/wall.ts';
import { IconSearch } from '../ui/icons.ts';
import { fetchTheRest, lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/query-state.tsx';
import { W } from '../words.ts';
import { Alarms } from './alarms.tsx';
import { DemoMark } from './demo-mark.tsx';
import { KeysEverywhere } from './keys.tsx';
import { followOrganisation } from './organisation.ts';
import { Rail } from './rail.tsx';
import { RailFoot } from './rail-foot.tsx';
import { Speaking } from './speaking.tsx';
import { Strip } from './strip.tsx';

const NoLonger = lazyPart(() => import('./no-longer.tsx'), 'NoLonger');
const Palette = lazyPart(() => import('./palette.tsx'), 'Palette');
/** Once what was asked for is there, and nobody waits. */
const REST_AFTER_MS = 10_000;

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
  const shown = signedOut ? undefined : me.data?.organisation;
  const shownId = shown?.orgId;
  // Before anything below asks for something.
  useLayoutEffect(() => {
    showOrganisation(shownId);
    return () => showOrganisation(undefined);
  }, [shownId]);
  if (signedOut) return null;
  if (shown && me.error instanceof ApiError && me.error.status === 403)
    return (
      <Suspense>
        <NoLonger name={shown.name} />
      </Suspense>
    );
  return (
    <Loaded query={me}>
      {({ timeZone, organisation: { orgId } }) => {
        hangClock(timeZone);
        // Every time that stands there is drawn anew where the clock is hung elsewhere; of another organisation, everything.
        return <Frame key={`${orgId} ${timeZone}`} />;
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
  useEffect(() => {
    // What is kept stays as it is where this fails; the next visit tries again.
    if (me) void refreshPack(language, me.personId).catch((error: unknown) => console.warn('pack', error));
  }, [language, me]);
  const shown = me?.organisation.orgId;
  useEffect(() => (shown ? followOrganisation(shown) : undefined), [shown]);
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
        layout="alt"
        header={{ height: 48 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={0}
      >
        <AppShell.Header zIndex={160}>
          <div className="bar">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={say(W.menu)} />
            <Boundary>
              <Alarms />
            </Boundary>
            <div className="bar-tools">
              <Boundary>
                <DemoMark />
              </Boundary>
              <Button
                className="bar-search"
                variant="default"
                leftSection={<IconSearch size={14} aria-hidden />}
                onClick={ask}
                visibleFrom="sm"
              >
                {say(W.palette)} <kbd>Ctrl K</kbd>
              </Button>
              <ActionIcon onClick={ask} hiddenFrom="sm" size="lg" aria-label={say(W.palette)}>
                <IconSearch size={18} />
              </ActionIcon>
              <Group gap={0} visibleFrom="sm">
                <Speaking />
              </Group>
            </div>
          </div>
        </AppShell.Header>
        <AppShell.Navbar className="rail">
          <Boundary>
            <Rail />
          </Boundary>
          <Boundary>
            <RailFoot />
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
      <KeysEverywhere find={ask} />
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
