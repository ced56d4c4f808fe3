import { addAlertSource, call, registerOperator } from '../test/operator.ts';
import { startAlertmanager, startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const OPEN = 10_000;
const CHANGES = 200;
const BAR_MS = 100;
const QUIET_ALERTMANAGER =
  'route: { receiver: none, group_by: [job], group_wait: 1h }\nreceivers: [{ name: none }]\n';

const alert = (n: number, endsAt: string) => ({
  labels: { alertname: 'Disk', instance: `host-${n}` },
  startsAt: Temporal.Now.instant().subtract({ minutes: 5 }).toString(),
  endsAt,
});
const send = async (url: string, headers: Record<string, string>, alerts: unknown[]): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(alerts),
  });
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
};

/** Ten thousand are open; one after the other ends. From sending that until whoever asks sees it. */
async function measure(
  url: string,
  headers: Record<string, string>,
  hasEnded: (n: number) => Promise<boolean>,
): Promise<number[]> {
  const later = Temporal.Now.instant().add({ hours: 2 }).toString();
  for (let from = 0; from < OPEN; from += 500)
    await send(
      url,
      headers,
      Array.from({ length: 500 }, (_, n) => alert(from + n, later)),
    );
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const n = (change * 7_919) % OPEN;
    const begun = performance.now();
    await send(url, headers, [alert(n, Temporal.Now.instant().subtract({ seconds: 1 }).toString())]);
    while (!(await hasEnded(n)));
    times.push(performance.now() - begun);
  }
  return times;
}

/** Status changes among 10,000 open signals, written durably and seen over the API, beside Alertmanager's memory. */
export async function benchSignals(): Promise<void> {
  const peer = await startAlertmanager(QUIET_ALERTMANAGER);
  const theirs = await measure(`${peer.baseUrl}/api/v2/alerts`, {}, async (n) => {
    const filter = encodeURIComponent(`instance="host-${n}"`);
    const found = (await (await fetch(`${peer.baseUrl}/api/v2/alerts?filter=${filter}`)).json()) as unknown[];
    return found.length === 0;
  });
  await peer.stop();
  const server = await startSonae();
  try {
    registerOperator(server);
    const key = await addAlertSource(server);
    const ours = await measure(
      `${server.baseUrl}/api/v2/alerts`,
      { authorization: `Bearer ${key}` },
      async (n) => {
        const { signals } = (await call(
          server,
          `GET /api/detect/signals?state=resolved&search=${encodeURIComponent(`host-${n}`)}`,
        )) as { signals: { labels: Record<string, string> }[] };
        return signals.some(({ labels }) => labels['instance'] === `host-${n}`);
      },
    );
    console.log(`signals, ${CHANGES} of ${OPEN} open ones end, each seen over the API (bar ${BAR_MS} ms)`);
    told('Sonae, sent until seen (durable)', ours);
    told('Alertmanager, sent until seen (memory)', theirs);
    console.log(
      `  ratio of p99                             ${(quantile(ours, 0.99) / quantile(theirs, 0.99)).toFixed(1)}×`,
    );
    if (quantile(ours, 0.99) > BAR_MS) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
