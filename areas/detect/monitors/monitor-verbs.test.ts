import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivedSigningKey, publicHalf, signText } from '../../../kernel/signing.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { isIntact, proofText, readProofs } from '../../ledger/proofs/index.ts';
import { signedText } from '../../ledger/proofs/proof.ts';
import { addHeartbeat } from './add-heartbeat.ts';
import { changeHeartbeat } from './change-heartbeat.ts';
import { missHeartbeat } from './miss-heartbeat.ts';
import { removeHeartbeat } from './remove-heartbeat.ts';
import { takeBeat } from './take-beat.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function watched() {
  const room = await IncidentRoom.open(house);
  const add = () =>
    addHeartbeat(room.system(), { name: '夜間', everySeconds: 60, graceSeconds: 30, page: false });
  const { id } = await add();
  const lines = async () =>
    (await room.rows('ledger', 'seq, kind'))
      .map(({ kind }) => String(kind))
      .filter((kind) => /^(heartbeat\.(missed|returned|removed)|signal)/.test(kind));
  return {
    room,
    id,
    add,
    lines,
    beat: () => takeBeat(room.system(), id),
    miss: () => room.within((tx) => missHeartbeat(tx, { heartbeatId: id })),
    remove: () => removeHeartbeat(room.system(), id),
    state: async () => (await room.rows('heartbeat', 'state'))[0]?.['state'],
  };
}

test('a switch is added by who manages sources, or not at all', async () => {
  const { room, add } = await watched();
  await room.asItWas(add);
  await expect(
    addHeartbeat(room.as('head'), { name: 'x', everySeconds: 60, graceSeconds: 0, page: false }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('it is missed once, and back once, however often both are noticed', async () => {
  const { room, beat, miss, state, lines } = await watched();
  await miss();
  expect(await state()).toBe('waiting');
  await beat();
  house.clock.advance({ seconds: 91 });
  await room.asItWas(miss);
  expect(await room.race(miss, miss)).toEqual({ won: 2, lost: [] });
  await room.asItWas(beat);
  expect(await room.race(beat, beat)).toEqual({ won: 2, lost: [] });
  expect((await lines()).toSorted()).toEqual([
    'heartbeat.missed',
    'heartbeat.returned',
    'signal.appeared',
    'signal.resolved',
  ]);
  expect(await state()).toBe('beating');
});

test('a beat that comes as it is missed leaves it beating, and no alarm without its end', async () => {
  const { room, id, beat, miss, state, lines } = await watched();
  await beat();
  house.clock.advance({ seconds: 91 });
  expect(await room.race(beat, miss)).toEqual({ won: 2, lost: [] });
  expect([await state(), await room.timers('miss-heartbeat')]).toEqual(['beating', [id]]);
  const told = await lines();
  expect(told.filter((kind) => kind === 'heartbeat.missed')).toHaveLength(
    told.filter((kind) => kind === 'heartbeat.returned').length,
  );
});

test('changed it has its full new time, by whoever of two changes it, or not at all', async () => {
  const { room, id, beat, miss, state } = await watched();
  const change = (everySeconds = 600) =>
    changeHeartbeat(room.system(), id, { everySeconds, graceSeconds: 0 });
  await beat();
  await expect(
    changeHeartbeat(room.as('head'), id, { everySeconds: 600, graceSeconds: 0 }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => change());
  expect(
    await room.race(
      () => change(),
      () => change(),
    ),
  ).toEqual({ won: 2, lost: [] });
  house.clock.advance({ seconds: 120 });
  await miss();
  expect(await state()).toBe('beating');
  house.clock.advance({ seconds: 481 });
  await miss();
  expect(await state()).toBe('missed');
  await change(60);
  expect([await state(), await room.timers('miss-heartbeat')]).toEqual(['missed', []]);
});

test('of two who change it on what they both had read one is told', async () => {
  const { room, id } = await watched();
  const read = async () => {
    const [row] = await room.rows('heartbeat', 'every_seconds, grace_seconds');
    return { everySeconds: Number(row?.['every_seconds']), graceSeconds: Number(row?.['grace_seconds']) };
  };
  const seen = await read();
  const change = (everySeconds: number, as = seen) =>
    changeHeartbeat(room.system(), id, { ...as, everySeconds, seen: as });
  expect(
    await room.race(
      () => change(600),
      () => change(900),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await expect(change(300)).rejects.toMatchObject({ code: 'conflict' });
  await change(300, await read());
});

test('removed by two at once it is removed once, and beats no more', async () => {
  const { room, beat, remove, lines } = await watched();
  await beat();
  await room.asItWas(remove);
  expect(await room.race(remove, remove)).toEqual({ won: 1, lost: ['not-found'] });
  expect([await lines(), await room.timers('miss-heartbeat')]).toEqual([['heartbeat.removed'], []]);
  await expect(beat()).rejects.toMatchObject({ code: 'not-found' });
});

test('a proof of another Sonae that comes along is kept, the last of each day; anything else is only a beat', async () => {
  const { room, id } = await watched();
  const { orgId } = room;
  const key = derivedSigningKey(Buffer.alloc(32, 5));
  const proofOf = (lines: number): string => {
    const said = { orgId, lines, root: 'ab'.repeat(32), takenAt: house.clock.now() };
    return proofText({ ...said, publicKey: publicHalf(key), signature: signText(key, signedText(said)) });
  };
  const proofs = () =>
    callRoute(room.as('commander'), 'GET /api/detect/heartbeats/:id/proofs', { params: { id } });
  for (const told of ['', '{}', 'anything', proofOf(1).slice(0, -60)])
    await takeBeat(room.system(), id, told);
  await expect(proofs()).rejects.toMatchObject({ code: 'not-found' });
  for (const lines of [3, 4]) await takeBeat(room.system(), id, `words around it\n${proofOf(lines)}`);
  house.clock.advance({ hours: 24 });
  await takeBeat(room.system(), id, proofOf(9));
  const kept = readProofs((await proofs()).text);
  expect(kept.map(({ lines }) => lines)).toEqual([9, 4]);
  expect(kept.every(isIntact)).toBe(true);
});
