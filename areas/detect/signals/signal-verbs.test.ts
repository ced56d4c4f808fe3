import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { addSource } from '../sources/add-source.ts';
import { expireSignals } from './expire-signals.ts';
import { receiveSignals } from './receive-signals.ts';
import { seenBefore } from './seen.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function heard() {
  const room = await IncidentRoom.open(house);
  const { id: sourceId } = await addSource(room.system(), { kind: 'alertmanager', name: 's', settings: {} });
  const take = (state: 'firing' | 'resolved' = 'firing') =>
    receiveSignals(room.system(), {
      sourceId,
      alerts: [
        {
          labels: { host: room.orgId },
          annotations: {},
          state,
          title: '停止',
          severity: '',
          url: '',
          startsAt: undefined,
          expiresAt: house.clock.now().add({ minutes: 5 }),
        },
      ],
    });
  const kinds = async () =>
    (await room.rows('ledger', 'seq, kind'))
      .map(({ kind }) => String(kind))
      .filter((kind) => kind.startsWith('signal.'));
  return { room, take, kinds, expire: () => room.within((tx) => expireSignals(tx)) };
}

test('a signal that comes twice at once appears once; of one that fails nothing is there, and it may come again', async () => {
  const { room, take, kinds } = await heard();
  await expect(
    receiveSignals(room.as('head'), { sourceId: room.incidentId, alerts: [] }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => take());
  expect(
    await room.race(
      () => take(),
      () => take(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect([await kinds(), await room.rows('signal', 'state')]).toEqual([
    ['signal.appeared'],
    [{ state: 'firing' }],
  ]);
  // As another process would, which knows of none of it.
  for (const { id } of await room.rows('signal', 'id')) seenBefore.forget(String(id));
  expect(
    await room.race(
      () => take('resolved'),
      () => take('resolved'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await kinds()).toEqual(['signal.appeared', 'signal.resolved']);
});

test('a signal falls silent once', async () => {
  const { room, take, kinds, expire } = await heard();
  await take();
  house.clock.advance({ minutes: 6 });
  await room.asItWas(expire);
  expect(await room.race(expire, expire)).toEqual({ won: 2, lost: [] });
  expect(await kinds()).toEqual(['signal.appeared', 'signal.fell-silent']);
});
