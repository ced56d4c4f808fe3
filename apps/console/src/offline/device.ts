/** Where a device keeps the address it is known by here, so that it can say what it was when its browser changes it. */
export const DEVICE_CACHE = 'sonae-device';
const DEVICE_PATH = '/device-address';

interface Subscribed {
  toJSON(): { readonly endpoint?: string | undefined; readonly keys?: unknown };
}
/** An address as the card holds it. */
export const addressOf = (subscription: Subscribed): string => {
  const { endpoint, keys } = subscription.toJSON();
  return JSON.stringify({ endpoint, keys });
};

export interface Memory {
  readonly read: () => Promise<string | undefined>;
  readonly write: (address: string) => Promise<void>;
}
export const deviceMemory: Memory = {
  read: async () => (await (await caches.open(DEVICE_CACHE)).match(DEVICE_PATH))?.text(),
  write: async (address) => (await caches.open(DEVICE_CACHE)).put(DEVICE_PATH, new Response(address)),
};

/**
 * Tells the server of another address than the one it knows, and remembers it once that is settled; what could not be told
 * is told the next time.
 * @param now undefined where this device is not subscribed
 * @param was where the browser itself says what it was
 * @param tell whether it is settled: taken, or no business of the server's
 */
export async function settleDevice(
  memory: Memory,
  now: string | undefined,
  tell: (from: string, to: string) => Promise<boolean>,
  was?: string,
): Promise<void> {
  if (now === undefined) return;
  const known = (await memory.read()) ?? was;
  if (known === now) return;
  if (known === undefined || (await tell(known, now))) await memory.write(now);
}

/** Not signed in, too often, or not there at all: later. Anything else is an answer. */
export const isSettled = (status: number): boolean =>
  status < 500 && status !== 401 && status !== 403 && status !== 429;
