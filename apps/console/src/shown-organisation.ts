/** By this name the server looks for it, in a header, an address or a cookie (`apps/server/auth/authenticate.ts`). */
export const ORGANISATION = 'sonae-organisation';

let shown: string | undefined;

/** Which organisation this tab shows, until it is left or closed, whatever other tabs of the browser go over to. */
export const showOrganisation = (orgId: string | undefined): void => {
  shown = orgId;
};

/** To be said with every request: what is shown is what is written to. Nothing while nothing is shown yet. */
export const ofShown = (): Readonly<Record<string, string>> => (shown ? { [ORGANISATION]: shown } : {});

/** An address of this organisation, for what the browser asks for by itself: the stream, a picture, a link. */
export const addressOf = (url: string, orgId = shown): string =>
  orgId ? `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ [ORGANISATION]: orgId })}` : url;
