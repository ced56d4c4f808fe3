import { Box, UnstyledButton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { useMe } from '../me.ts';
import { Boundary } from '../ui/boundary.tsx';
import { zoneName } from '../ui/dates/rules.ts';
import { differ, readersZone } from '../ui/dates/wall.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';
import { Me } from './me.tsx';
import { Speaking } from './speaking.tsx';

const AccountMenu = lazyPart(() => import('./account-menu.tsx'), 'AccountMenu');

/** Who one is, on whose clock, and the way out; its list comes when it is asked for. */
export function RailFoot() {
  const { say, language } = useSpeech();
  const { data: me } = useMe();
  const [asked, setAsked] = useState(false);
  if (!me) return null;
  const button = (
    <UnstyledButton
      className="rail-me"
      aria-label={say(W.account)}
      aria-haspopup="menu"
      onPointerEnter={AccountMenu.preload}
      onFocus={AccountMenu.preload}
      onClick={() => setAsked(true)}
    >
      <Me name={me.name} organisation={me.organisation.name} />
    </UnstyledButton>
  );
  return (
    <div className="rail-foot">
      <Box className="rail-speaking" hiddenFrom="sm">
        <Speaking />
      </Box>
      {asked ? (
        <Boundary>
          <Suspense fallback={button}>
            <AccountMenu />
          </Suspense>
        </Boundary>
      ) : (
        button
      )}
      {differ(me.timeZone, readersZone(), Date.now()) && (
        <div
          className="rail-zone"
          role="note"
          title={say(W.otherClock, { zone: zoneName(me.timeZone, language, new Date()) })}
        >
          {say(W.organisationClock, { zone: zoneName(me.timeZone, language, new Date()) })}
        </div>
      )}
    </div>
  );
}
