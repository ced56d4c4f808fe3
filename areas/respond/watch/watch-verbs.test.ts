import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { beatElsewhere } from './beat-elsewhere.ts';
import { endWatch, setWatch } from './set-watch.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function opened() {
  const room = await IncidentRoom.open(house);
  const set = (everySeconds: number, key = 'k', address = 'https://other.example.jp') =>
    setWatch(room.system(), { address, key, everySeconds, allowInner: false });
  return {
    room,
    set,
    end: () => endWatch(room.system()),
    watch: () => room.rows('remote_watch', 'address, every_seconds'),
    told: async () =>
      (await room.rows('ledger', 'seq, kind'))
        .map(({ kind }) => String(kind))
        .filter((kind) => /^watch/.test(kind)),
  };
}

test('a watch is set with a key for its address; set by two at once the last one told holds', async () => {
  const { room, set, watch } = await opened();
  await expect(set(60, '')).rejects.toMatchObject({ details: { fields: [{ field: 'key' }] } });
  await room.asItWas(() => set(60));
  expect(
    await room.race(
      () => set(60),
      () => set(120),
    ),
  ).toEqual({ won: 2, lost: [] });
  const [last] = await house.clone.query<{ every: number }>(
    `SELECT (body->>'everySeconds')::int AS every FROM ledger WHERE org_id = $1 AND kind = 'watch.set' ORDER BY seq DESC`,
    [room.orgId],
  );
  expect(await watch()).toEqual([{ address: 'https://other.example.jp', every_seconds: last?.every }]);
  // The key does not travel to another address.
  await expect(set(60, '', 'https://third.example.jp')).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    setWatch(room.as('responder'), { address: 'x', key: 'k', everySeconds: 60, allowInner: false }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('ended by two at once it ends once, and beats no more', async () => {
  const { room, set, end, watch, told } = await opened();
  const beat = () => room.within((tx) => beatElsewhere(tx));
  await set(60);
  await beat();
  expect(await room.timers('beat-elsewhere')).toEqual(['watch']);
  await room.asItWas(end);
  expect(await room.race(end, end)).toEqual({ won: 1, lost: ['not-found'] });
  expect([await watch(), await room.timers('beat-elsewhere'), await told()]).toEqual([
    [],
    [],
    ['watch.set', 'watch.ended'],
  ]);
  await beat();
  expect(await room.timers('beat-elsewhere')).toEqual([]);
});
