import type { FromTab, Hear, Seat, ToTab } from './wire.ts';

/** A worker that has not asked twice in a row was ended by the browser, or slept with this page: begin another. */
const GONE_MS = 50_000;
const LOOK_MS = 30_000;

/** The stream is held by a worker that all tabs share; unlike locks and service workers it needs no secure context. */
export function joinByWorker(who: string, hear: Hear, failed: () => void): Seat {
  let heardAt = Date.now();
  let port: MessagePort | undefined;
  const say = (said: FromTab) => port?.postMessage(said);
  const hello = () => say({ kind: 'hello', who });
  const connect = () => {
    port?.close();
    const worker = new SharedWorker(new URL('./stream-worker.ts', import.meta.url), {
      type: 'module',
      name: 'sonae-stream',
    });
    // Its file did not come.
    worker.onerror = failed;
    port = worker.port;
    port.onmessage = ({ data }: MessageEvent<ToTab>) => {
      heardAt = Date.now();
      if (data.kind === 'there?') say({ kind: 'here' });
      else hear(data);
    };
    hello();
  };
  connect();
  const look = () => {
    if (Date.now() - heardAt <= GONE_MS) return;
    heardAt = Date.now();
    connect();
    hear({ kind: 'ready', stale: true });
  };
  const watch = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  const bye = () => say({ kind: 'bye' });
  // Brought back from the browser's memory of pages, it has missed what happened meanwhile.
  const back = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    hello();
    hear({ kind: 'ready', stale: true });
  };
  window.addEventListener('pagehide', bye);
  window.addEventListener('pageshow', back);
  return {
    signedOut: () => say({ kind: 'signed-out' }),
    leave: () => {
      bye();
      clearInterval(watch);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', bye);
      window.removeEventListener('pageshow', back);
      port?.close();
    },
  };
}
