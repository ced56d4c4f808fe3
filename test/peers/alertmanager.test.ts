import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { setDuty } from '../../areas/prepare/rosters/set-duty.ts';
import { addRule } from '../../areas/respond/declare-rules/add-rule.ts';
import { pagesWithAttempts } from '../../areas/respond/paging/list-pages.ts';
import { configureChannel } from '../../areas/sending/channels/configure-channel.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';
import { answerPath, Mailbox } from '../mailbox.ts';
import { type Running, startAlertmanager } from '../processes.ts';

let house: TestHouse;
let mailbox: Mailbox;
let base: string;
let alertmanager: Running | undefined;

/** Fires at our webhook at once, and tells of the end. */
const configuration = (
  key: string,
): string => `route: { receiver: sonae, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h }
receivers:
  - name: sonae
    webhook_configs:
      - url: ${base}/in/alertmanager
        send_resolved: true
        http_config: { authorization: { credentials: "${key}" } }
`;

beforeEach(async () => {
  house = await TestHouse.open({ role: 'all', clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.assembly.http?.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(house.assembly.http?.server.address() as AddressInfo | undefined)?.port}`;
  mailbox = await Mailbox.open();
});
afterEach(async () => {
  await alertmanager?.stop();
  await house.close();
  await mailbox.close();
});

test('Debian’s Alertmanager fires a real alert: signal, incident, mail, answer, and its end', async () => {
  const orgId = await house.organisation();
  const person = await house.person(orgId, ['commander'], 'duty@example.jp');
  await setDuty(house.system(orgId), { personIds: [person] });
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  await addRule(house.system(orgId), {
    name: 'page',
    matchers: [{ field: 'severity', operator: 'is', values: ['page'] }],
    groupBy: [],
    severity: 3,
    page: true,
    enabled: true,
  });
  const { key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 'am', settings: {} });
  const peer = await startAlertmanager(configuration(key));
  alertmanager = peer;
  const alert = {
    labels: { alertname: 'RelayDown', severity: 'page' },
    annotations: { summary: 'リレー断' },
  };
  const post = (body: unknown) =>
    fetch(`${peer.baseUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await post([alert])).status).toBe(200);

  await house.until(async () => (await house.clone.query('SELECT 1 FROM signal')).length === 1);
  house.clock.advance({ seconds: 1 });
  const mail = await mailbox.next();
  expect(mail.text).toContain('リレー断');
  expect((await fetch(`${base}${answerPath(mail)}`, { method: 'POST', redirect: 'manual' })).status).toBe(
    200,
  );
  expect(
    (await pagesWithAttempts(house.system(orgId), { state: 'acknowledged', limit: 5 })).pages,
  ).toHaveLength(1);

  expect((await post([{ ...alert, endsAt: Temporal.Now.instant().toString() }])).status).toBe(200);
  await house.until(
    async () => (await house.clone.query(`SELECT 1 FROM signal WHERE state = 'resolved'`)).length === 1,
  );
});
