import { Hub, type Wire } from './hub.ts';
import { openSource } from './source.ts';
import type { FromTab } from './wire.ts';

const ASK_MS = 20_000;

/** The part of a shared worker's scope that is used here. */
interface Scope {
  onconnect: ((event: { readonly ports: readonly MessagePort[] }) => void) | null;
}
const scope = globalThis as unknown as Scope;
const hub = new Hub(openSource);
setInterval(() => hub.tick(Date.now()), ASK_MS);

scope.onconnect = ({ ports: [port] }) => {
  if (!port) return;
  const wire: Wire = (event) => port.postMessage(event);
  port.onmessage = ({ data }: MessageEvent<FromTab>) => hub.hear(wire, data, Date.now());
};
