import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { addSource } from '../sources/add-source.ts';
import { removeSource } from '../sources/remove-source.ts';
import { endSignal, endSignalsOfSource } from './end-signals.ts';
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
  return { room, sourceId, take, kinds, expire: () => room.within((tx) => expireSignals(tx)) };
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

test('a signal is ended by hand once, with its reason; it is back when its source says so again', async () => {
  const { room, take, kinds } = await heard();
  await take();
  const id = String((await room.rows('signal', 'id'))[0]?.['id']);
  const end = () => endSignal(room.as('responder'), id, { reason: '計器を交換した' });
  await expect(endSignal(room.as('head'), id, { reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(end);
  expect(await room.race(end, end)).toEqual({ won: 1, lost: ['conflict'] });
  const rows = () => room.rows('signal', 'state, ended_how, ended_note');
  expect(await rows()).toEqual([{ state: 'resolved', ended_how: 'by-hand', ended_note: '計器を交換した' }]);
  await take();
  expect(await rows()).toEqual([{ state: 'firing', ended_how: null, ended_note: '' }]);
  expect(await kinds()).toEqual(['signal.appeared', 'signal.ended', 'signal.reappeared']);
});

test('what a removed source told of is over, a slice at a time; what others told of is not', async () => {
  const { room, take, sourceId } = await heard();
  const other = await addSource(room.system(), { kind: 'alertmanager', name: 'o', settings: {} });
  const many = (source: string, count: number) =>
    receiveSignals(room.system(), {
      sourceId: source,
      alerts: Array.from({ length: count }, (_, n) => ({
        labels: { n: String(n) },
        annotations: {},
        state: 'firing' as const,
        title: 't',
        severity: '',
        url: '',
        startsAt: undefined,
        expiresAt: undefined,
      })),
    });
  await take();
  await many(sourceId, 700);
  await many(other.id, 3);
  await removeSource(room.system(), sourceId);
  expect(await room.timers('end-signals')).toHaveLength(2);
  const end = () => room.within((tx) => endSignalsOfSource(tx, { sourceId }));
  await room.asItWas(end);
  await end();
  const firing = async () =>
    (await room.rows('signal', 'id, state')).filter(({ state }) => state === 'firing').length;
  expect(await firing()).toBe(204);
  await end();
  expect(await firing()).toBe(3);
});
