import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { Mailbox } from '../../../test/mailbox.ts';
import { setDuty } from '../../prepare/rosters/set-duty.ts';
import { configureChannel } from '../../sending/channels/configure-channel.ts';
import { declareIncident } from '../lifecycle/declare-incident.ts';
import { auditPages } from './audit-pages.ts';

let house: TestHouse;
let mailbox: Mailbox;
beforeAll(async () => {
  house = await TestHouse.open({ role: 'all' });
  mailbox = await Mailbox.open();
});
afterAll(async () => {
  await house.close();
  await mailbox.close();
});

test('a page whose escalation was lost moves on, is mended once, and says so', async () => {
  const orgId = await house.organisation();
  const people = [await house.person(orgId, ['responder']), await house.person(orgId, ['commander'])];
  await setDuty(house.system(orgId), { personIds: people });
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    from: 'sonae@example.jp',
  });
  const { id } = await declareIncident(house.system(orgId), { title: '停止', severity: 3 });
  const kinds = async (): Promise<string[]> =>
    (
      await house.clone.query<{ kind: string }>(
        `SELECT kind FROM ledger WHERE incident_id = '${id}' ORDER BY seq`,
      )
    ).map(({ kind }) => kind);
  await house.until(async () => (await kinds()).includes('page.accepted'));
  const audit = () => inTransaction(house.system(orgId), auditPages);
  await audit();
  expect(await kinds()).not.toContain('page.repaired');

  // What must not happen: the timer is gone, as after a restore of half a backup.
  await house.clone.query(`DELETE FROM timer WHERE org_id = '${orgId}' AND kind = 'escalate-page'`);
  await audit();
  await house.until(async () => (await kinds()).includes('page.escalated'));
  await audit();
  expect((await kinds()).filter((kind) => kind === 'page.repaired')).toHaveLength(1);
});
