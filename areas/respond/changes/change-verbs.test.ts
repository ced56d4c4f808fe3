import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { listLines } from '../../ledger/list-lines.ts';
import { amendChange } from './amend-change.ts';
import { expireChange } from './expire-change.ts';
import { proposeChange } from './propose-change.ts';
import { routes } from './routes.ts';
import type { ChangeTurn } from './schema.ts';
import { turnChange } from './turn-change.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function staffed() {
  const room = await IncidentRoom.open(house);
  const expiresAt = house.clock.now().add({ hours: 48 }).toString();
  const propose = () =>
    proposeChange(room.as('responder'), room.incidentId, {
      title: '照合を飛ばす',
      rollback: '元に戻す',
      expiresAt,
      permanentFix: '条件を加える',
    });
  const { id } = await propose();
  return {
    room,
    id,
    propose,
    turn: (by: 'commander' | 'chief' | 'responder', turn: ChangeTurn) =>
      turnChange(room.as(by), id, turn, ''),
    amend: (rollback: string, until: string | null = expiresAt) =>
      amendChange(room.as('responder'), id, { rollback, expiresAt: until, permanentFix: '条件を加える' }),
    expire: () => room.within((tx) => expireChange(tx, { changeId: id })),
    states: async () => (await room.rows('emergency_change', 'number, state')).map(({ state }) => state),
  };
}

test('changes that are proposed at once have numbers of their own', async () => {
  const { room, propose } = await staffed();
  await room.asItWas(propose);
  expect(await room.race(propose, propose)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('emergency_change', 'number')).toEqual([
    { number: 1 },
    { number: 2 },
    { number: 3 },
  ]);
});

test('approved by two at once it is approved once; refused while it is applied, one of the two holds', async () => {
  const { room, turn, states } = await staffed();
  await expect(turn('responder', 'approve')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(turn('responder', 'apply')).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => turn('commander', 'approve'));
  const approve = () => turn('commander', 'approve');
  expect(await room.race(approve, () => turn('chief', 'approve'))).toEqual({ won: 1, lost: ['conflict'] });
  expect(await room.kinds('change.turned')).toHaveLength(1);
  const { lost } = await room.race(
    () => turn('responder', 'apply'),
    () => turn('chief', 'refuse'),
  );
  // Applied, it is not refused any more; refused, it is not applied.
  expect(lost).toEqual(['conflict']);
  expect(await room.kinds('change.turned')).toHaveLength(2);
  expect(['applied', 'refused']).toContain((await states())[0]);
});

test('whoever proposed it by a key does not approve it by their browser, nor the other way round, and is named', async () => {
  const { room } = await staffed();
  const key = await room.byKeyOf('commander');
  const other = await room.byKeyOf('commander', '別の鍵');
  const proposed = await proposeChange(key, room.incidentId, { title: '照合を飛ばす' });
  for (const ctx of [room.as('commander'), key, other])
    await expect(turnChange(ctx, proposed.id, 'approve', '')).rejects.toMatchObject({ code: 'forbidden' });
  const typed = await proposeChange(room.as('commander'), room.incidentId, { title: '切り離す' });
  await expect(turnChange(key, typed.id, 'approve', '')).rejects.toMatchObject({ code: 'forbidden' });
  await turnChange(await room.byKeyOf('chief'), proposed.id, 'approve', '');

  const { handle } = routes['GET /api/respond/incidents/:id/changes'];
  const seen = async (language: 'ja' | 'en') => {
    const input = { params: { id: room.incidentId }, query: undefined, body: undefined };
    const reply = await handle({ ...room.as('responder'), language }, input);
    return (reply as { changes: { proposedBy: string; approvedBy: string | null }[] }).changes[1];
  };
  expect(await seen('ja')).toMatchObject({
    proposedBy: 'commander（APIキー「月次連携」）',
    approvedBy: 'commander（APIキー「月次連携」）',
  });
  expect(await seen('en')).toMatchObject({ proposedBy: 'commander (key “月次連携”)' });
  const { lines } = await listLines(room.as('chief'), { incidentId: room.incidentId, limit: 10 });
  expect(lines.find(({ kind }) => kind === 'change.turned')?.actor).toEqual({
    kind: 'key',
    id: expect.any(String),
    personId: room.ids.chief,
    name: 'commander',
    key: '月次連携',
  });
});

test('whoever amended it does not approve it either, by whichever door; somebody who did neither does', async () => {
  const { room, id, turn, states } = await staffed();
  const [{ expires_at: until } = {}] = await room.rows('emergency_change', 'expires_at::text');
  const as = { rollback: '元に戻す', permanentFix: '条件を加える' };
  const expiresAt = Temporal.Instant.from(String(until).replace(' ', 'T')).toString();
  // What changes nothing gives nobody a hand in it.
  await amendChange(room.as('chief'), id, { ...as, expiresAt });
  await amendChange(await room.byKeyOf('commander'), id, { ...as, rollback: '再起動する', expiresAt });
  for (const ctx of [room.as('commander'), await room.byKeyOf('commander', '別の鍵')])
    await expect(turnChange(ctx, id, 'approve', '')).rejects.toMatchObject({
      code: 'forbidden',
      details: { detail: { en: expect.stringContaining('amended') } },
    });
  // Approved by who had no hand in it; amended then, it waits for somebody else again.
  await turn('chief', 'approve');
  await amendChange(room.as('chief'), id, { ...as, rollback: '戻さない', expiresAt });
  expect(await states()).toEqual(['proposed']);
  await expect(turn('chief', 'approve')).rejects.toMatchObject({ code: 'forbidden' });
});

test('the record finds what a person did by keys as well, and what was done by one key alone', async () => {
  const { room } = await staffed();
  const key = await room.byKeyOf('chief');
  await proposeChange(key, room.incidentId, { title: '切り離す' });
  await proposeChange(room.as('chief'), room.incidentId, { title: '止める' });
  await proposeChange(await room.byKeyOf('commander'), room.incidentId, { title: '待つ' });
  const titles = async (actorId: string) =>
    (await listLines(room.system(), { actorId, limit: 50, kind: 'change.' })).lines.map(
      ({ body }) => body['title'],
    );
  expect(await titles(room.ids.chief)).toEqual(['止める', '切り離す']);
  expect(await titles(key.actor.id)).toEqual(['切り離す']);
  expect(await titles('nobody')).toEqual([]);
});

test('what is amended while it is applied is applied as it was approved, or waits to be approved anew', async () => {
  const { room, turn, amend, states } = await staffed();
  await turn('commander', 'approve');
  await room.asItWas(() => amend('再起動する'));
  await room.asItWas(() => turn('responder', 'apply'));
  const { won, lost } = await room.race(
    () => turn('responder', 'apply'),
    () => amend('再起動する'),
  );
  const [state] = await states();
  // Amended first, it is proposed again and cannot be applied.
  if (lost.length > 0) expect([lost, state]).toEqual([['conflict'], 'proposed']);
  else expect([won, state]).toEqual([2, 'applied']);
});

test('applied once, taken back once, with its end called off', async () => {
  const { room, id, turn, amend, states } = await staffed();
  await turn('commander', 'approve');
  const apply = () => turn('responder', 'apply');
  expect(await room.race(apply, apply)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await room.timers('expire-change')).toEqual([id]);
  await room.asItWas(() => amend('再起動する', null));
  await room.asItWas(() => turn('responder', 'rollBack'));
  expect(
    await room.race(
      () => turn('responder', 'rollBack'),
      () => turn('commander', 'replace'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await room.timers('expire-change')).toEqual([]);
  expect(['rolledBack', 'replaced']).toContain((await states())[0]);
  await expect(amend('また')).rejects.toMatchObject({ code: 'conflict' });
});

test('a stop-gap past its day is somebody’s task once, and nobody’s when it is taken back at that moment', async () => {
  const { room, turn, expire } = await staffed();
  await turn('commander', 'approve');
  await turn('responder', 'apply');
  await expire();
  expect(await room.rows('incident_task', 'matter')).toEqual([]);
  house.clock.advance({ hours: 49 });
  await room.asItWas(expire);
  expect(await room.race(expire, expire)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'open' }]);
  expect(await room.race(() => turn('responder', 'rollBack'), expire)).toEqual({ won: 2, lost: [] });
  await expire();
  expect(await room.rows('incident_task', 'state')).toEqual([{ state: 'done' }]);
});

test('a stop-gap that is over before it begins is refused; one that ran out since may be amended without a new end', async () => {
  const { room, id, amend } = await staffed();
  const past = house.clock.now().subtract({ hours: 1 }).toString();
  await expect(
    proposeChange(room.as('responder'), room.incidentId, { title: 'x', expiresAt: past }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'expiresAt' }] } });
  await expect(amend('元に戻す', past)).rejects.toMatchObject({
    details: { fields: [{ field: 'expiresAt' }] },
  });
  const [{ expires_at: until } = {}] = await house.clone.query<{ expires_at: string }>(
    `SELECT to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') AS expires_at FROM emergency_change WHERE id = $1`,
    [id],
  );
  house.clock.advance({ hours: 72 });
  await amend('再起動する', until);
});
