import { dropPack } from '../offline/keep-pack.ts';

/** By this name the server looks for it (`apps/server/auth/authenticate.ts`). */
const COOKIE = 'sonae-organisation';
const A_YEAR_SECONDS = 31_536_000;

/** What was asked for another organisation is of no use any more. */
const beginAnew = () => location.assign('/');

/** This tab is on its way: what it says to the others comes back to it. */
let leaving = false;

/** From here on this browser acts for another of one's organisations, in every tab; this one goes on at an address there. */
export async function switchOrganisation(orgId: string, to = '/'): Promise<void> {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
  document.cookie = `${COOKIE}=${orgId}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax${secure}`;
  await dropPack();
  leaving = true;
  const others = new BroadcastChannel(COOKIE);
  others.postMessage(orgId);
  others.close();
  location.assign(to);
}

/** Begins anew where another tab went over to another organisation than this one shows. @returns how to stop */
export function followOrganisation(shown: string): () => void {
  const others = new BroadcastChannel(COOKIE);
  others.onmessage = ({ data }: MessageEvent<string>) => {
    if (data !== shown && !leaving) beginAnew();
  };
  return () => others.close();
}
