import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestSeconds = new Histogram({
  name: 'sonae_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});
export const signalsReceived = new Counter({
  name: 'sonae_alerts_received_total',
  help: 'Alerts taken, repeats included',
  labelNames: ['source'] as const,
  registers: [registry],
});
export const streamsOpen = new Gauge({
  name: 'sonae_live_streams',
  help: 'Open live streams',
  registers: [registry],
});
export const timerLagSeconds = new Gauge({
  name: 'sonae_timer_lag_seconds',
  help: 'How late the earliest due timer is; 0 when none is due',
  registers: [registry],
});
