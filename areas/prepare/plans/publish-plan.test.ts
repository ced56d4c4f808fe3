import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { readRegister } from '../registers/index.ts';
import { publishPlan } from './publish-plan.ts';
import { PLANS } from './register.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a version of a plan is put in force once, by whoever publishes it first', async () => {
  const room = await IncidentRoom.open(house);
  await room.publishPlan();
  const [plan] = await reading(room.system(), (trx) => readRegister(trx, PLANS));
  const { version } = await keepEntry(room.system(), 'plans', plan?.version ?? 0, {
    ...plan?.entry,
    name: '改訂',
  });
  const publish = () => publishPlan(room.system(), 'network', version);
  await expect(publishPlan(room.system(), 'network', 9)).rejects.toMatchObject({ code: 'not-found' });
  await expect(publishPlan(room.as('responder'), 'network', version)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await room.asItWas(publish);
  expect(await room.race(publish, publish)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await room.rows('plan_publication', 'version')).toEqual([{ version: 1 }, { version: 2 }]);
});
