import { OFFLINE, PACK_CACHE, PACK_PATH } from './pack-cache.ts';

/** The part of a service worker's scope (https://www.w3.org/TR/service-workers/) that is used here. */
interface Scope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', act: (event: Fetching) => void): void;
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const scope = globalThis as unknown as Scope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

// Pages alone: where the network is gone, the pack opens in place of whatever was asked for.
scope.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(fromPack));
});

async function fromPack(): Promise<Response> {
  const kept = await (await caches.open(PACK_CACHE)).match(PACK_PATH);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return kept ?? new Response(OFFLINE, { status: 503, headers });
}
