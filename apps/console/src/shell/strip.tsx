import './strip.css';
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { markedIn } from '../../../../areas/respond/incidents/words.ts';
import { useSpeech } from '../language.tsx';
import { useConnected } from '../live/live.tsx';
import { useMay, useMe } from '../me.ts';
import { useAct } from '../ui/form.tsx';
import { AppLink, ButtonLink } from '../ui/links.tsx';
import { IconBellRinging, Mark } from '../ui/mark.tsx';
import { Elapsed } from '../ui/time.tsx';
import { W } from '../words.ts';
import { ownOf, useUnansweredPages } from './open-matters.ts';
import { useTellSeen } from './use-tell-seen.ts';

/** In a storm a telephone would show nothing else. */
const PAGES_SHOWN = 2;

/** Below the bar, never covered and never scrolled away: your unanswered pages, and what makes the screen untrue. */
export function Strip() {
  const { say } = useSpeech();
  const may = useMay();
  const connected = useConnected();
  const { data: me } = useMe();
  const { data: pages } = useUnansweredPages();
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages'] });
  const mine = ownOf(pages);
  useTellSeen(me?.personId ?? undefined, mine);
  // Said where everybody looks, not only in the outbox: a page that cannot go out is the worst of silences.
  const unsent = (pages ?? []).some(({ attempts }) => attempts.some(({ state }) => state === 'held'));
  return (
    <Sticky>
      {!connected && <Told>{say(W.lost)}</Told>}
      {me?.quietSince && <Told>{say(W.quiet)}</Told>}
      {mine.slice(0, PAGES_SHOWN).map((page) => (
        <div key={page.id} className="strip strip-page" role="alert">
          <span className="strip-subject">
            <IconBellRinging size={16} aria-hidden />
            <span>{markedIn(say(W.drillMark), page.subject)}</span>
          </span>
          <Elapsed since={page.startedAt} />
          <Button
            color="red"
            loading={acknowledge.pending}
            onClick={() => acknowledge.run({ params: { id: page.id } })}
          >
            {say(W.acknowledge)}
          </Button>
        </div>
      ))}
      {mine.length > PAGES_SHOWN && (
        <div className="strip" role="status">
          <AppLink to="/" c="inherit">
            {say(W.morePages, { n: mine.length - PAGES_SHOWN })}
          </AppLink>
        </div>
      )}
      {unsent && (
        <Told
          action={
            may('channel.manage') && (
              <ButtonLink to="/settings/channels" variant="default">
                {say(W.configureMail)}
              </ButtonLink>
            )
          }
        >
          {say(W.mailMissing)}
        </Told>
      )}
    </Sticky>
  );
}

const Told = ({ action, children }: { action?: ReactNode; children: ReactNode }) => (
  <div className="strip" role="status">
    <Mark tone="event">{children}</Mark>
    {action}
  </div>
);

/** Tells how high it is, so that what sticks, or opens, below it knows where to begin. */
function Sticky({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const root = document.documentElement.style;
    const watch = new ResizeObserver(() => root.setProperty('--strip-height', `${current.offsetHeight}px`));
    watch.observe(current);
    return () => {
      watch.disconnect();
      root.removeProperty('--strip-height');
    };
  }, []);
  return (
    <div ref={place} className="strip-place">
      {children}
    </div>
  );
}
