import './strip.css';
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { useConnected } from '../live/live.tsx';
import { useMay, useMe } from '../me.ts';
import { Boundary } from '../ui/boundary.tsx';
import { zoneName } from '../ui/dates/rules.ts';
import { differ, readersZone } from '../ui/dates/wall.ts';
import { useAct } from '../ui/form.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { AppLink, ButtonLink } from '../ui/links.tsx';
import { IconBellRinging, Mark } from '../ui/mark.tsx';
import { Elapsed } from '../ui/time.tsx';
import { W } from '../words.ts';
import { useOpenIncidents, useUnansweredPages } from './open-matters.ts';
import { useTellSeen } from './use-tell-seen.ts';

/** In a storm a telephone would show nothing else. */
const PAGES_SHOWN = 3;

const RemoveDemo = lazyPart(() => import('../settings/organisation/remove-demo.tsx'), 'RemoveDemo');

/** Always on top: the open incidents with their clocks, your unanswered pages, and whether what you see is live. */
export function Strip() {
  const { say, language } = useSpeech();
  const may = useMay();
  const connected = useConnected();
  const { data: me } = useMe();
  const { data: open } = useOpenIncidents();
  const { data: pages } = useUnansweredPages();
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages'] });
  const [removing, setRemoving] = useState(false);
  const mine = (pages ?? []).filter((page) => page.mine && page.mayAnswer);
  useTellSeen(me?.personId ?? undefined, mine);
  // Said where everybody looks, not only in the outbox: a page that cannot go out is the worst of silences.
  const unsent = (pages ?? []).some(({ attempts }) => attempts.some(({ state }) => state === 'held'));
  return (
    <>
      {!connected && (
        <div className="strip strip-alarm" role="status">
          <Mark tone="event">{say(W.lost)}</Mark>
        </div>
      )}
      {me && differ(me.timeZone, readersZone(), Date.now()) && (
        <div className="strip" role="note">
          {say(W.otherClock, { zone: zoneName(me.timeZone, language, new Date()) })}
        </div>
      )}
      {me?.quietSince && (
        <div className="strip strip-alarm" role="status">
          <Mark tone="event">{say(W.quiet)}</Mark>
        </div>
      )}
      {me?.organisation.demo && (
        <div className="strip strip-demo">
          <strong>{say(W.demoBanner)}</strong>
          {may('organisation.manage') && (
            <Button variant="default" onClick={() => setRemoving(true)}>
              {say(W.removeDemo)}
            </Button>
          )}
          {removing && (
            <Boundary>
              <Suspense>
                <RemoveDemo opened onClose={() => setRemoving(false)} />
              </Suspense>
            </Boundary>
          )}
        </div>
      )}
      {mine.slice(0, PAGES_SHOWN).map((page) => (
        <div key={page.id} className="strip strip-alarm" role="alert">
          <span className="mark mark-event">
            <IconBellRinging size={16} aria-hidden />
            {page.subject}
          </span>
          <Elapsed since={page.startedAt} />
          <Button loading={acknowledge.pending} onClick={() => acknowledge.run({ params: { id: page.id } })}>
            {say(W.acknowledge)}
          </Button>
        </div>
      ))}
      {mine.length > PAGES_SHOWN && (
        <div className="strip strip-alarm" role="status">
          <AppLink to="/" c="inherit">
            {say(W.morePages, { n: mine.length - PAGES_SHOWN })}
          </AppLink>
        </div>
      )}
      {unsent && (
        <div className="strip strip-alarm" role="status">
          <Mark tone="event">{say(W.mailMissing)}</Mark>
          {may('channel.manage') && <ButtonLink to="/settings/channels">{say(W.configureMail)}</ButtonLink>}
        </div>
      )}
      {open && open.incidents.length > 0 && (
        <div className="strip">
          {open.incidents.slice(0, 5).map((incident) => (
            <div key={incident.id} className="strip-item">
              <Mark tone="event">#{incident.number}</Mark>
              <AppLink
                to="/respond/incidents/$id"
                params={{ id: incident.id }}
                c="inherit"
                maw={320}
                miw={0}
                truncate
              >
                {incident.drill ? `【${say(W.drill)}】` : ''}
                {incident.title}
              </AppLink>
              <Elapsed since={incident.declaredAt} />
            </div>
          ))}
          {open.incidents.length > 5 && (
            <AppLink to="/respond" search={{ state: 'open' }}>
              {say(W.all)}
            </AppLink>
          )}
        </div>
      )}
    </>
  );
}
