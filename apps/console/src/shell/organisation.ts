import { dropPack } from '../offline/keep-pack.ts';
import { ORGANISATION } from '../shown-organisation.ts';

const A_YEAR_SECONDS = 31_536_000;
/** What one chose, for the page one arrives at: an address that somebody else made up changes nothing. */
const CHOSEN = 'sonae-going-to';

/** What was asked for another organisation is of no use any more. */
const beginAnew = () => location.assign('/');

/** Where a page asked for by `switchOrganisation` begins: which organisation was chosen, and its address without it. */
export function arrivalAt(href: string, chosen: string | null): { orgId: string; to: string } | undefined {
  const { searchParams, pathname, hash } = new URL(href);
  const orgId = searchParams.get(ORGANISATION);
  if (orgId === null || orgId !== chosen) return undefined;
  searchParams.delete(ORGANISATION);
  const rest = searchParams.toString();
  return { orgId, to: `${pathname}${rest && `?${rest}`}${hash}` };
}

/**
 * Goes to an address of another of one's organisations. Nothing is changed before that page is there: whoever is asked about
 * unsaved changes, and stays, stays where they are.
 */
export function switchOrganisation(orgId: string, to = '/'): void {
  sessionStorage.setItem(CHOSEN, orgId);
  const address = new URL(to, location.origin);
  address.searchParams.set(ORGANISATION, orgId);
  location.assign(address);
}

const remember = (orgId: string, seconds: number) => {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
  document.cookie = `${ORGANISATION}=${orgId}; path=/; max-age=${seconds}; samesite=lax${secure}`;
};

function chosen(): string | null {
  try {
    const orgId = sessionStorage.getItem(CHOSEN);
    sessionStorage.removeItem(CHOSEN);
    return orgId;
  } catch {
    // Storage that is refused throws at the first look, and then nothing was chosen either.
    return null;
  }
}

/** To be called before anything is asked for: from here on this browser opens pages of the chosen one, and other tabs hear it. */
export function arrive(): void {
  const arrived = arrivalAt(location.href, chosen());
  if (!arrived) return;
  history.replaceState(history.state, '', arrived.to);
  remember(arrived.orgId, A_YEAR_SECONDS);
  void dropPack().catch((error: unknown) => console.warn('pack', error));
  const others = new BroadcastChannel(ORGANISATION);
  others.postMessage(arrived.orgId);
  others.close();
}

/** Whoever signs in next with this browser begins in an organisation of theirs. */
export const forgetOrganisation = (): void => remember('', 0);

/** Begins anew where another tab went over to another organisation than this one shows. @returns how to stop */
export function followOrganisation(shown: string): () => void {
  const others = new BroadcastChannel(ORGANISATION);
  others.onmessage = ({ data }: MessageEvent<string>) => {
    if (data !== shown) beginAnew();
  };
  return () => others.close();
}
