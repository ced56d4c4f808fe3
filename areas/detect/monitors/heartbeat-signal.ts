import { fingerprint } from '../signals/fingerprint.ts';
import type { Folded } from '../signals/schema.ts';

/** A missed or returned heartbeat as a signal like any other, so that rules and screens treat it the same. */
export function heartbeatSignal(
  heartbeat: { id: string; name: string; page: boolean },
  state: 'firing' | 'resolved',
): Folded {
  const labels = { alertname: 'HeartbeatMissed', heartbeat: heartbeat.name };
  const alert = {
    labels,
    annotations: {},
    state,
    title: `${heartbeat.name}: 死活信号なし / no heartbeat`,
    // Nobody is to be woken for it: rules that look for what is critical must not find it.
    severity: heartbeat.page ? 'critical' : 'info',
    url: '',
    startsAt: undefined,
    expiresAt: undefined,
  };
  return {
    id: fingerprint(heartbeat.id, labels),
    alert,
    firing: state === 'firing' ? 1 : 0,
    over: state === 'resolved',
  };
}
