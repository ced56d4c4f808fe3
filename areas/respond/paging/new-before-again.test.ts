import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { setDuty } from '../../prepare/rosters/set-duty.ts';
import { configureChannel } from '../../sending/channels/configure-channel.ts';
import { declareIncident } from '../lifecycle/declare-incident.ts';
import { escalatePage } from './escalate-page.ts';
import { startPage } from './start-page.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a wave of pages that go on to the next person holds up none that has reached nobody yet', async () => {
  const orgId = await house.organisation();
  const system = () => house.system(orgId);
  await setDuty(system(), {
    personIds: [await house.person(orgId, ['responder']), await house.person(orgId, ['responder'])],
  });
  await configureChannel(system(), 'email', {
    host: '127.0.0.1',
    port: 25,
    security: 'none',
    from: 'sonae@example.jp',
  });
  const begin = async (title: string): Promise<string> => {
    const { id: incidentId } = await declareIncident(system(), { title, severity: 3 });
    await inTransaction(system(), (tx) => startPage(tx, { incidentId }));
    const [page] = await house.clone.query<{ id: string }>(
      `SELECT id FROM page WHERE incident_id = '${incidentId}'`,
    );
    return page?.id ?? '';
  };
  const first = await begin('停止');
  await inTransaction(system(), (tx) => escalatePage(tx, { pageId: first, step: 0 }));
  const second = await begin('別の停止');

  // As the queue hands them out.
  const waiting = await house.clone.query<{ about: string; first: boolean }>(
    `SELECT m.about, j.priority > 0 AS first FROM pgboss.job j JOIN message m ON m.id::text = j.data->'body'->>'messageId'
     WHERE j.name = 'deliver-urgent-mail' ORDER BY j.priority DESC, j.created_on`,
  );
  expect(waiting).toEqual([
    { about: first, first: true },
    { about: second, first: true },
    { about: first, first: false },
  ]);
});
