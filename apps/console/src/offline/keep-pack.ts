import { ApiError, readProblem, request } from '../api.ts';
import { ofShown } from '../shown-organisation.ts';
import { packAge } from './pack-age.ts';
import { EXPIRES, PACK_CACHE, PACK_PATH } from './pack-cache.ts';

const VERSION = 'x-sonae-pack';
const KEEPER = 'x-sonae-keeper';

/** Whether this browser can keep pages for when there is no network; only over https or on this machine. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** The version of the pack on this device; undefined where none is kept. */
export async function keptVersion(): Promise<number | undefined> {
  if (!canKeep() || !(await caches.has(PACK_CACHE))) return undefined;
  const kept = await (await caches.open(PACK_CACHE)).match(PACK_PATH);
  return kept ? Number(kept.headers.get(VERSION)) : undefined;
}

/** Keeps the pack on this device: from then on it opens at any address of ours when the network is gone. */
export async function keepPack(
  { version, expiresAt }: { readonly version: number; readonly expiresAt: string },
  language: 'ja' | 'en',
  keeper: string,
): Promise<void> {
  const answer = await fetch(`/api/prepare/pack/file?format=html&lang=${language}`, { headers: ofShown() });
  if (!answer.ok) throw await readProblem(answer);
  await navigator.serviceWorker.register('/service-worker.js');
  const cache = await caches.open(PACK_CACHE);
  // As a page of its own, which may style itself and do nothing else.
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
    [VERSION]: String(version),
    [KEEPER]: keeper,
    [EXPIRES]: expiresAt,
  };
  await cache.put(PACK_PATH, new Response(await answer.blob(), { headers }));
}

/** Takes the pack off this device: it holds names and numbers. */
export async function dropPack(): Promise<void> {
  if (canKeep()) await caches.delete(PACK_CACHE);
}

/**
 * Where a pack is kept, a newer one takes its place. It is taken off the device when somebody else signs in, or whoever
 * kept it may no longer read it; a lapsed session leaves it, for then it may be needed.
 */
export async function refreshPack(language: 'ja' | 'en', personId: string): Promise<void> {
  if (!canKeep() || !(await caches.has(PACK_CACHE))) return;
  const kept = await (await caches.open(PACK_CACHE)).match(PACK_PATH);
  if (!kept) return;
  if (kept.headers.get(KEEPER) !== personId) return dropPack();
  const expires = kept.headers.get(EXPIRES);
  if (packAge(expires, Date.now()) === 'forget') await dropPack();
  try {
    const { pack } = (await request('GET', '/api/prepare/pack')) as {
      pack: { version: number; expiresAt: string } | null;
    };
    // One that was kept before its date was noted is kept anew with it.
    if (pack && (String(pack.version) !== kept.headers.get(VERSION) || expires === null))
      await keepPack(pack, language, personId);
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 403 && error.status !== 404)) throw error;
    await dropPack();
  }
}
