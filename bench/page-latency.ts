import { Mailbox } from '../test/mailbox.ts';
import { addAlertSource, call, registerOperator, sonae } from '../test/operator.ts';
import { startAlertmanager, startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const ALERTS = Number(process.env['ALERTS'] ?? 500);

const milliseconds = (from: bigint, to: bigint): number => Number(to - from) / 1e6;
const report = (name: string, times: readonly number[]): number => {
  told(name, times);
  return quantile(times, 0.99);
};

/** One alert after the other: from its answer until the mail server has the message. */
async function measure(
  mailbox: Mailbox,
  url: string,
  headers: Record<string, string>,
  mark: string,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < ALERTS; n += 1) {
    const name = `${mark}-${n}-${'x'.repeat(4)}`;
    const alert = {
      labels: { alertname: name, severity: 'critical', n: name },
      annotations: { summary: name },
    };
    const arrived = mailbox
      .next(({ source, text }) => source.includes(name) || text.includes(name))
      .then(() => process.hrtime.bigint());
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify([alert]),
    });
    const accepted = process.hrtime.bigint();
    if (!answer.ok) throw new Error(`refused: ${answer.status}`);
    times.push(Math.max(0, milliseconds(accepted, await arrived)));
  }
  return times;
}

/** Alert accepted → e-mail handed to the SMTP server, beside Alertmanager's own e-mail receiver without any waiting. */
export async function benchPageLatency(): Promise<void> {
  const mailbox = await Mailbox.open();
  const peer =
    await startAlertmanager(`global: { smtp_smarthost: '127.0.0.1:${mailbox.port}', smtp_from: a@example.jp, smtp_require_tls: false, smtp_hello: localhost }
route: { receiver: mail, group_by: [n], group_wait: 0s, group_interval: 1s }
receivers: [{ name: mail, email_configs: [{ to: b@example.jp, html: '', text: '{{ .CommonLabels.alertname }}' }] }]
`);
  const theirs = await measure(mailbox, `${peer.baseUrl}/api/v2/alerts`, {}, 'peer');
  await peer.stop();
  const server = await startSonae();
  try {
    registerOperator(server);
    const key = await addAlertSource(server);
    const { id } = sonae(server, 'user', 'add', 'duty@example.jp', '--name', 'Duty');
    await call(server, 'PUT /api/prepare/duty', { personIds: [id] });
    await call(server, 'PUT /api/respond/channels/email', {
      settings: { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'sonae@example.jp' },
    });
    // As Alertmanager with group_wait 0: every message by itself.
    await call(server, 'PUT /api/respond/paging-settings', { waitSeconds: 300, bundleSeconds: 0 });
    // Each alert is to be an incident of its own.
    await call(server, 'PUT /api/respond/storm-brake', { most: 100_000, minutes: 1 });
    await call(server, 'POST /api/respond/rules', {
      name: 'all',
      matchers: [{ field: 'severity', operator: 'is', values: ['critical'] }],
      groupBy: ['n'],
      severity: 2,
      page: true,
      enabled: true,
    });
    const ours = await measure(
      mailbox,
      `${server.baseUrl}/api/v2/alerts`,
      { authorization: `Bearer ${key}` },
      'ours',
    );
    console.log(
      `page latency, ${ALERTS} alerts one by one: alert accepted → e-mail handed to the SMTP server`,
    );
    const theirP99 = report('Alertmanager (group_wait 0)', theirs);
    const ourP99 = report('Sonae (incident, page, proof)', ours);
    console.log(`  ratio of p99               ${(ourP99 / theirP99).toFixed(2)}×`);
    if (ourP99 > 250) process.exitCode = 1;
  } finally {
    await server.stop();
    await mailbox.close();
  }
}
