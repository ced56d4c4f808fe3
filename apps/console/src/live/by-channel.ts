import { newClientId } from '../client-id.ts';
import { type Said, Voter } from './election.ts';
import { openSource } from './source.ts';
import type { Hear, Seat } from './wire.ts';

const TICK_MS = 250;

/** Where a browser has no shared worker, one tab holds the stream and the others hear it from there. */
export function joinByChannel(who: string, hear: Hear): Seat {
  const channel = new BroadcastChannel('sonae-stream');
  const around = {
    id: newClientId(),
    say: (said: Said) => channel.postMessage(said),
    now: Date.now,
    open: openSource,
  };
  let voter = new Voter(around, who, hear);
  channel.onmessage = ({ data }: MessageEvent<Said>) => voter.heard(data);
  const timer = setInterval(() => voter.tick(), TICK_MS);
  const hide = () => voter.leave();
  const back = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    voter = new Voter(around, who, hear);
    hear({ kind: 'ready', stale: true });
  };
  window.addEventListener('pagehide', hide);
  window.addEventListener('pageshow', back);
  return {
    signedOut: () => voter.signedOut(),
    leave: () => {
      voter.leave();
      clearInterval(timer);
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('pageshow', back);
      channel.close();
    },
  };
}
