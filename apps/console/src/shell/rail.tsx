import { useLocation, useRouter } from '@tanstack/react-router';
import { Suspense, use } from 'react';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { entries } from '../screens.ts';
import { Boundary } from '../ui/boundary.tsx';
import {
  IconActivity,
  IconBook2,
  IconClipboardList,
  IconEye,
  IconHistory,
  IconLifebuoy,
  IconSettings,
  IconWorldSearch,
} from '../ui/icons.ts';
import { RailLink } from '../ui/links.tsx';
import { W } from '../words.ts';
import type { Entry, Room } from './entry.ts';

const ROOMS = [
  { room: 'now', to: '/', word: W.now, Icon: IconActivity },
  { room: 'prepare', to: '/prepare', word: W.prepare, Icon: IconClipboardList },
  { room: 'detect', to: '/detect', word: W.detect, Icon: IconEye },
  { room: 'respond', to: '/respond', word: W.respond, Icon: IconLifebuoy },
  { room: 'learn', to: '/learn', word: W.learn, Icon: IconBook2 },
  { room: 'survey', to: '/survey', word: W.survey, Icon: IconWorldSearch },
] as const;

/** Now and the five rooms; the room one is in shows its screens. */
export function Rail() {
  const { say } = useSpeech();
  const may = useMay();
  const { pathname } = useLocation();
  const within = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  return (
    <nav aria-label={say(W.menu)}>
      {ROOMS.map(({ room, to, word, Icon }) => (
        <div key={room}>
          <RailLink
            to={to}
            label={say(word)}
            leftSection={<Icon size={18} aria-hidden />}
            active={within(to)}
            fw={within(to) ? 700 : 400}
          />
          {within(to) && <Screens of={room} />}
        </div>
      ))}
      <RailLink
        to="/settings/account"
        label={say(W.settings)}
        leftSection={<IconSettings size={18} aria-hidden />}
        active={pathname.startsWith('/settings')}
        mt="md"
      />
      {pathname.startsWith('/settings') && <Screens of="settings" />}
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

function Screens({ of }: { of: Room }) {
  const may = useMay();
  return entries
    .filter(({ room, needs, unlisted }) => room === of && !unlisted && (!needs || may(needs)))
    .map((entry) =>
      'load' in entry ? (
        <Boundary key={entry.key}>
          <Suspense>
            <LaterLines load={entry.load} />
          </Suspense>
        </Boundary>
      ) : (
        <Line key={entry.key} entry={entry} />
      ),
    );
}

const LaterLines = ({ load }: { load: () => Promise<readonly Entry[]> }) =>
  use(load()).map((entry) => <Line key={entry.key} entry={entry} />);

function Line({ entry: { link, word } }: { entry: Entry }) {
  const { say } = useSpeech();
  const router = useRouter();
  const { pathname } = useLocation();
  return (
    <RailLink {...link} label={say(word)} active={router.buildLocation(link).pathname === pathname} pl={36} />
  );
}
