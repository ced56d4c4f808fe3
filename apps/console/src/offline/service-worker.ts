import { addressOf, deviceMemory, isSettled, settleDevice } from './device.ts';
import { markedPast, packAge } from './pack-age.ts';
import { EXPIRES, FORGOTTEN, OFFLINE, PACK_CACHE, PACK_PATH } from './pack-cache.ts';

/** The part of a service worker's scope (https://www.w3.org/TR/service-workers/) that is used here. */
interface Scope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void>; openWindow(url: string): Promise<unknown> };
  readonly registration: {
    readonly pushManager?: {
      getSubscription(): Promise<Subscription | null>;
      subscribe(options: object): Promise<Subscription>;
    };
    showNotification(title: string, options: object): Promise<void>;
  };
  addEventListener(kind: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', act: (event: Fetching) => void): void;
  addEventListener(kind: 'push', act: (event: Pushing) => void): void;
  addEventListener(kind: 'pushsubscriptionchange', act: (event: Changing) => void): void;
  addEventListener(kind: 'notificationclick', act: (event: Clicked) => void): void;
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
type Subscription = Parameters<typeof addressOf>[0] & { readonly options: object };
interface Changing extends Extendable {
  readonly oldSubscription?: Subscription | null;
  readonly newSubscription?: Subscription | null;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Pushing extends Extendable {
  readonly data: { json(): unknown } | null;
}
interface Clicked extends Extendable {
  readonly notification: { readonly data: Pushed; close(): void };
}
/** As channels/web-push sends it. */
interface Pushed {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly answer: string | null;
  readonly language: string;
}
const scope = globalThis as unknown as Scope;

// What is pushed: shown at once, and told to have arrived, for accepted by a push service is not delivered.
scope.addEventListener('push', (event) => {
  const pushed = event.data?.json() as Pushed | undefined;
  // Whatever wakes this up: names and numbers do not stay on a phone that nobody opens the pack on any more.
  event.waitUntil(Promise.all([...(pushed ? [show(pushed)] : []), forgetPast(), settle()]));
});

async function show(pushed: Pushed): Promise<void> {
  await scope.registration.showNotification(pushed.title, {
    body: pushed.body,
    // Sent again under the same id it replaces itself.
    tag: pushed.id,
    lang: pushed.language,
    requireInteraction: true,
    data: pushed,
  });
  if (pushed.answer) await tell(pushed.answer, 'delivered');
}

/** What is told is proof, not need: where it cannot be told, the page goes its way without. */
const tell = (answer: string, heard: 'delivered' | 'seen'): Promise<unknown> =>
  fetch(`${answer}/${heard}`, { method: 'POST' }).catch(() => undefined);

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { answer } = event.notification.data;
  event.waitUntil(
    answer
      ? Promise.all([tell(answer, 'seen'), scope.clients.openWindow(answer)])
      : scope.clients.openWindow('/'),
  );
});

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([scope.clients.claim(), forgetPast(), settle()])),
);

// Pages alone: where the network is gone, the pack opens in place of whatever was asked for.
scope.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(fetch(event.request).catch(fromPack));
  event.waitUntil(Promise.all([forgetPast(), settle()]));
});

// The browser changed the address of this device: whoever pages it is told, now or as soon as somebody is signed in here.
scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }: Changing): Promise<void> {
  if (!newSubscription && oldSubscription)
    // Where it may not any more, the old address is gone: its push service says so, and the card asks for another.
    await scope.registration.pushManager?.subscribe(oldSubscription.options).catch(() => undefined);
  await settle(oldSubscription ? addressOf(oldSubscription) : undefined);
}

async function settle(was?: string): Promise<void> {
  const now = await scope.registration.pushManager?.getSubscription();
  await settleDevice(deviceMemory, now ? addressOf(now) : undefined, tellMoved, was);
}

const tellMoved = async (from: string, to: string): Promise<boolean> => {
  try {
    const body = JSON.stringify({ from, to });
    const headers = { 'content-type': 'application/json' };
    return isSettled((await fetch('/api/prepare/device-moved', { method: 'POST', headers, body })).status);
  } catch {
    // No network: it is told the next time.
    return false;
  }
};

/** Takes a pack that is long past its date off the device. */
async function forgetPast(): Promise<void> {
  if (!(await caches.has(PACK_CACHE))) return;
  const kept = await (await caches.open(PACK_CACHE)).match(PACK_PATH);
  if (kept && packAge(kept.headers.get(EXPIRES), Date.now()) === 'forget') await caches.delete(PACK_CACHE);
}

async function fromPack(): Promise<Response> {
  const kept = await (await caches.open(PACK_CACHE)).match(PACK_PATH);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  if (!kept) return new Response(OFFLINE, { status: 503, headers });
  const expires = kept.headers.get(EXPIRES);
  switch (packAge(expires, Date.now())) {
    case 'in-date':
      return kept;
    case 'past':
      return new Response(markedPast(await kept.text(), expires ?? ''), { headers: kept.headers });
    case 'forget':
      await caches.delete(PACK_CACHE);
      return new Response(FORGOTTEN, { status: 503, headers });
  }
}
