import { joinByChannel } from './by-channel.ts';
import { joinByWorker } from './by-worker.ts';
import { openSource } from './source.ts';
import { type Hear, organisationIn, type Seat } from './wire.ts';

let seat: Seat | undefined;

/**
 * Takes part in the one stream that this browser has for an organisation. A browser opens six connections to a host over HTTP/1.1: with a stream for
 * every tab the seventh would never load.
 */
export function joinStream(who: string, hear: Hear): () => void {
  const take = (next: Seat) => {
    seat = next;
  };
  const alone = (): Seat => ({
    signedOut: () => undefined,
    leave: openSource('', hear, organisationIn(who)).close,
  });
  const together = () => (typeof BroadcastChannel === 'undefined' ? alone() : joinByChannel(who, hear));
  if (typeof SharedWorker === 'undefined') take(together());
  else
    take(
      joinByWorker(who, hear, () => {
        seat?.leave();
        take(together());
      }),
    );
  return () => {
    seat?.leave();
    seat = undefined;
  };
}

/** To be said once the session is over: no tab hears another line under it. */
export const tellSignedOut = (): void => seat?.signedOut();
