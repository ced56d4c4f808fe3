import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { addSource } from '../sources/add-source.ts';
import { receiveSignals } from './receive-signals.ts';
import { readSignalHours } from './signal-hours.ts';

let house: TestHouse;
const clock = new StoryClock('2026-11-29T00:06:00Z');
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

test('signals are counted in the hour in which they appeared, by grade, this moment included and another organisation’s not', async () => {
  const [orgId, other] = [await house.organisation(), await house.organisation('別の組織')];
  const { id: sourceId } = await addSource(house.system(orgId), {
    kind: 'alertmanager',
    name: '監視',
    settings: {},
  });
  const appear = (host: string, severity: string) =>
    receiveSignals(house.system(orgId), {
      sourceId,
      alerts: [
        {
          labels: { host },
          annotations: {},
          state: 'firing',
          title: '停止',
          severity,
          url: '',
          startsAt: undefined,
          expiresAt: clock.now().add({ minutes: 5 }),
        },
      ],
    });
  const counted = async (id = orgId) =>
    (await readSignalHours(house.system(id))).hours.flatMap(({ grave, warning, other: rest }, place) =>
      grave + warning + rest > 0 ? [[place, grave, warning, rest]] : [],
    );
  await appear('a', 'critical');
  expect(await counted()).toEqual([[23, 1, 0, 0]]);
  clock.advance({ hours: 22, minutes: 30 });
  await appear('b', 'warning');
  await appear('c', 'whatever');
  expect(await counted()).toEqual([
    [1, 1, 0, 0],
    [23, 0, 1, 1],
  ]);
  expect((await readSignalHours(house.system(orgId))).hours).toHaveLength(24);
  expect(await counted(other)).toEqual([]);
  clock.advance({ hours: 2 });
  expect(await counted()).toEqual([[22, 0, 1, 1]]);
});
