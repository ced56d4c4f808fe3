import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { closeIncident, turnIncident } from '../lifecycle/turn-incident.ts';
import { moveByCsv } from './board-csv.ts';
import { answerOrder, attributeRecovery, checkGrowth, chooseStrategy } from './plan-recovery.ts';
import { endTechnicianPage, moveAsTechnician, openTechnicianPage } from './technician-page.ts';
import { moveOnBoard, putOnBoard } from './work-board.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function staffed() {
  const room = await IncidentRoom.open(house);
  for (const key of ['a', 'b', 'c'])
    await keepAsset(room.system(), { key, kind: 'host', name: key, class: 'endpoint' });
  const { incidentId } = room;
  return {
    room,
    put: (keys = ['a', 'b']) => putOnBoard(room.as('responder'), incidentId, { keys }),
    move: (state: 'restored' | 'blocked', keys = ['a']) =>
      moveOnBoard(room.as('responder'), incidentId, { keys, state }),
    csv: (text: string) => moveByCsv(room.as('responder'), incidentId, text),
    board: () => room.rows('recovery_item', 'asset_key, state'),
  };
}

test('machines are put on the board once, by whoever does it at the same moment', async () => {
  const { room, put, board } = await staffed();
  await room.asItWas(() => put());
  expect(
    await room.race(
      () => put(),
      () => put(['b', 'c']),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect((await board()).map(({ asset_key }) => asset_key)).toEqual(['a', 'b', 'c']);
  const counts = await house.clone.query<{ count: number }>(
    `SELECT (body->>'count')::int AS count FROM ledger WHERE incident_id = $1 AND kind = 'recovery.began'`,
    [room.incidentId],
  );
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

test('moved to the same by two at once is one move; by a table and by hand each is told', async () => {
  const { room, put, move, csv, board } = await staffed();
  await put();
  await expect(
    moveOnBoard(room.as('responder'), room.incidentId, { state: 'restored' }),
  ).rejects.toMatchObject({
    details: { fields: [{ field: 'filter' }] },
  });
  await room.asItWas(() => move('restored'));
  expect(
    await room.race(
      () => move('restored'),
      () => move('restored'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('recovery.moved')).toHaveLength(1);
  await expect(csv('key,state\nb,restored\nnone,restored\n')).rejects.toMatchObject({
    details: { fields: [{ field: 'csv.3.key' }] },
  });
  await room.asItWas(() => csv('key,state\na,waiting\nb,restored\n'));
  expect(
    await room.race(
      () => csv('key,state\nb,restored\n'),
      () => move('restored', ['b']),
    ),
  ).toEqual({
    won: 2,
    lost: [],
  });
  expect(await board()).toMatchObject([{ state: 'restored' }, { state: 'restored' }]);
  expect(await room.kinds('recovery.moved')).toHaveLength(2);
});

test('how far it spread is counted one look after the other', async () => {
  const { room } = await staffed();
  const look = (affected: number) => () =>
    checkGrowth(room.as('responder'), room.incidentId, { affected, note: '' });
  await room.asItWas(look(1));
  await look(1)();
  expect(await room.race(look(5), look(7))).toEqual({ won: 2, lost: [] });
  const looks = await house.clone.query<{ before: number | null; affected: number }>(
    `SELECT (body->>'before')::int AS before, (body->>'affected')::int AS affected FROM ledger
      WHERE incident_id = $1 AND kind = 'recovery.growth-checked' ORDER BY seq`,
    [room.incidentId],
  );
  // Each says what the look before it had found, so that growth is never told of twice from the same number.
  expect(looks.map(({ before }) => before)).toEqual([null, 1, looks[1]?.affected]);
});

test('the way of restoring, the answer of an owner and the cause are those of whoever spoke last', async () => {
  const { room } = await staffed();
  const { incidentId } = room;
  const choose = (method: 'clean' | 'rebuild', asset?: string) =>
    chooseStrategy(room.as('commander'), incidentId, { asset, method, criteria: '痕跡がない' });
  await expect(choose('clean', 'nothing')).rejects.toMatchObject({
    details: { fields: [{ field: 'asset' }] },
  });
  await room.asItWas(() => choose('clean', 'a'));
  const answer = (agreed: boolean, note = '') =>
    answerOrder(room.as('responder'), incidentId, 'a', { agreed, note });
  await expect(answer(false)).rejects.toMatchObject({ details: { fields: [{ field: 'note' }] } });
  await room.asItWas(() => answer(true));
  const cause = (word: 'ownAction' | 'supplier') =>
    attributeRecovery(room.as('responder'), incidentId, { cause: word, note: '' });
  await room.asItWas(() => cause('supplier'));
  expect(
    await room.race(
      () => choose('clean', 'a'),
      () => choose('rebuild', 'a'),
      () => answer(true),
      () => answer(false, '夜間は使わない'),
      () => cause('supplier'),
      () => cause('ownAction'),
    ),
  ).toEqual({ won: 6, lost: [] });
  const last = async (kind: string, field: string) =>
    (
      await house.clone.query<{ word: string }>(
        `SELECT body->>$3 AS word FROM ledger WHERE incident_id = $1 AND kind = $2 ORDER BY seq DESC LIMIT 1`,
        [incidentId, kind, field],
      )
    )[0]?.word;
  expect(await room.rows('restore_strategy', 'method')).toEqual([
    { method: await last('recovery.strategy-chosen', 'method') },
  ]);
  expect(await room.rows('recovery_answer', 'agreed::text')).toEqual([
    { agreed: await last('recovery.order-answered', 'agreed') },
  ]);
  expect(await room.rows('recovery_cause', 'cause')).toEqual([
    { cause: await last('recovery.attributed', 'cause') },
  ]);
});

test('a page for technicians moves its part while it is open and not after, whoever ends it at that moment', async () => {
  const { room, put, board } = await staffed();
  await put();
  const open = () =>
    openTechnicianPage(room.as('responder'), room.incidentId, {
      name: '東',
      filter: { class: 'endpoint' },
      hours: 8,
    });
  await expect(
    openTechnicianPage(room.as('responder'), room.incidentId, { name: '東', filter: {}, hours: 8 }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'site' }] } });
  await room.asItWas(open);
  const { id } = await open();
  const move = (key: string) => moveAsTechnician(room.system(), id, { key, state: 'restored', blocker: '' });
  await room.asItWas(() => move('a'));
  expect(
    await room.race(
      () => move('a'),
      () => move('a'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('recovery.moved')).toHaveLength(1);
  const end = () => endTechnicianPage(room.as('responder'), id);
  await room.asItWas(end);
  const { won, lost } = await room.race(end, () => move('b'));
  expect([won + lost.length, lost.every((code) => code === 'gone')]).toEqual([2, true]);
  const lines = await room.kinds('recovery.page-ended', 'recovery.moved');
  expect([lines.at(-1), (await board())[1]?.['state']]).toEqual([
    'recovery.page-ended',
    lost.length > 0 ? 'waiting' : 'restored',
  ]);
  await expect(move('b')).rejects.toMatchObject({ code: 'gone' });
  // Ended again it has ended already.
  expect(await room.race(end, end)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('recovery.page-ended')).toHaveLength(1);
});

test('nothing moves on the board of a closed incident', async () => {
  const { room, put, move } = await staffed();
  await put();
  await turnIncident(room.as('commander'), room.incidentId, 'resolve', {
    note: '',
    left: { machines: '手で直す' },
  });
  const close = () =>
    closeIncident(room.as('commander'), room.incidentId, {
      cyber: { was: 'excluded', how: '故障' },
      left: { machines: '手で直す', ministry: '基準に当たらない' },
    });
  const { won, lost } = await room.race(close, () => move('restored'));
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  await expect(move('blocked')).rejects.toMatchObject({ code: 'conflict' });
});
