import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { addSource } from '../../detect/sources/add-source.ts';
import { setDuty } from '../../prepare/rosters/set-duty.ts';
import { configureChannel } from '../../sending/channels/configure-channel.ts';
import { readFirstSteps } from './read-first-steps.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('each step is done once what it asks for is there, in this organisation, and is told to who administers it', async () => {
  const [orgId, other] = [await house.organisation(), await house.organisation('別の組織')];
  const system = () => house.system(orgId);
  const first = await house.person(orgId, ['administrator']);
  const done = async (id = orgId) =>
    (await readFirstSteps(house.system(id))).steps.flatMap((each) => (each.done ? [each.step] : []));
  expect(await done()).toEqual([]);
  await house.person(orgId, ['responder']);
  await configureChannel(system(), 'email', { host: '127.0.0.1', port: 9, security: 'none', from: 'a@b.jp' });
  await setDuty(system(), { personIds: [first] });
  await addSource(system(), { kind: 'alertmanager', name: '監視', settings: {} });
  expect(await done()).toEqual(['mail', 'people', 'duty', 'source']);
  expect(await done(other)).toEqual([]);
  const responder = house.as(orgId, first, ['responder']);
  await expect(readFirstSteps(responder)).rejects.toMatchObject({ code: 'forbidden' });
});
