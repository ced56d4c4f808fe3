import { useLocation, useRouter } from '@tanstack/react-router';
import { Suspense, use } from 'react';
import { useSpeech } from '../language.tsx';
import { useMay, useMe } from '../me.ts';
import { TITLES as PEOPLE } from '../prepare/people/titles.ts';
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
  IconUsers,
  IconWorldSearch,
} from '../ui/icons.ts';
import { PlainLink, RailLink } from '../ui/links.tsx';
import { OrganisationMark } from '../ui/organisation-mark.tsx';
import { W } from '../words.ts';
import type { Entry, Room } from './entry.ts';
import { litPath } from './lit.ts';
import { ownOf, useUnansweredPages } from './open-matters.ts';

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
  const { data: me } = useMe();
  const { pathname } = useLocation();
  const within = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  return (
    <nav aria-label={say(W.menu)}>
      <div className="rail-rooms">
        <PlainLink to="/" className="rail-brand">
          Sonae <span>備え</span>
        </PlainLink>
        {me?.mark && (
          <div className="rail-mark">
            <OrganisationMark hash={me.mark} name={me.organisation.name} />
          </div>
        )}
        {ROOMS.map(({ room, to, word, Icon }) => (
          <div key={room}>
            <RailLink
              to={to}
              className="rail-link"
              label={say(word)}
              leftSection={<Icon size={18} aria-hidden />}
              {...(room === 'now' && { rightSection: <Waiting /> })}
              // A room with screens of its own is told by them; without a fill only one line is lit.
              active={pathname === to && room === 'now'}
              data-within={within(to) || undefined}
            />
            {within(to) && <Screens of={room} />}
          </div>
        ))}
      </div>
      {/* Always in sight, however much a room unfolds. */}
      <div className="rail-pinned">
        <RailLink
          to="/prepare/people"
          className="rail-link"
          label={say(PEOPLE.people)}
          leftSection={<IconUsers size={18} aria-hidden />}
          active={pathname === '/prepare/people'}
        />
        <RailLink
          to="/settings/account"
          className="rail-link"
          label={say(W.settings)}
          leftSection={<IconSettings size={18} aria-hidden />}
          active={false}
          data-within={pathname.startsWith('/settings') || undefined}
        />
        {pathname.startsWith('/settings') && <Screens of="settings" />}
        {may('audit.read') && (
          <RailLink
            to="/audit"
            className="rail-link"
            label={say(W.audit)}
            leftSection={<IconHistory size={18} aria-hidden />}
            active={pathname === '/audit'}
          />
        )}
      </div>
    </nav>
  );
}

/** How many of one's own pages wait; nothing while none does. */
function Waiting() {
  const { data } = useUnansweredPages();
  const mine = ownOf(data).length;
  return mine > 0 ? <span className="rail-count">{mine}</span> : null;
}

function Screens({ of }: { of: Room }) {
  const may = useMay();
  const shown = entries.filter(
    ({ room, needs, unlisted }) => room === of && !unlisted && (!needs || may(needs)),
  );
  const now = shown.flatMap((entry) => ('load' in entry ? [] : [entry]));
  return shown.map((entry) =>
    'load' in entry ? (
      <Boundary key={entry.key}>
        <Suspense>
          <LaterLines load={entry.load} beside={now} />
        </Suspense>
      </Boundary>
    ) : (
      <Line key={entry.key} entry={entry} among={now} />
    ),
  );
}

const LaterLines = ({
  load,
  beside,
}: {
  load: () => Promise<readonly Entry[]>;
  beside: readonly Entry[];
}) => {
  const later = use(load());
  return later.map((entry) => <Line key={entry.key} entry={entry} among={[...beside, ...later]} />);
};

/** One line is lit: of those that lead to where one is, the one that says most of the way. */
function Line({ entry: { link, word }, among }: { entry: Entry; among: readonly Entry[] }) {
  const { say } = useSpeech();
  const router = useRouter();
  const { pathname } = useLocation();
  const pathOf = (to: Entry['link']) => router.buildLocation(to).pathname;
  return (
    <RailLink
      {...link}
      className="rail-link"
      label={say(word)}
      active={
        litPath(
          pathname,
          among.map((each) => pathOf(each.link)),
        ) === pathOf(link)
      }
      pl={36}
    />
  );
}
