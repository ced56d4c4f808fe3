import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import type { IncidentLink } from '../incidents/schema.ts';
import { openTask } from '../tasks/open-task.ts';
import { declareIncident } from './declare-incident.ts';
import { linkIncident, unlinkIncident } from './link-incident.ts';
import { mergeIncident } from './merge-incident.ts';
import { restrictIncident } from './restrict-incident.ts';
import { closeIncident, turnIncident } from './turn-incident.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function running() {
  const room = await IncidentRoom.open(house);
  const id = room.incidentId;
  return {
    room,
    id,
    declare: () =>
      declareIncident(room.as('responder'), {
        title: '別の停止',
        severity: 2,
        page: false,
        note: 'x',
        restricted: true,
      }),
    turn: (how: 'resolve' | 'reopen', by: 'commander' | 'chief' | 'responder' = 'commander') =>
      turnIncident(room.as(by), id, how, { note: by }),
    close: () => closeIncident(room.as('commander'), id, { cyber: { was: 'excluded', how: '故障' } }),
    state: async (of = id) =>
      (await house.clone.query<{ state: string }>('SELECT state FROM incident WHERE id = $1', [of]))[0]
        ?.state,
  };
}

test('incidents that are declared at once have numbers of their own; of one that fails nothing is there', async () => {
  const { room, declare } = await running();
  await room.asItWas(declare);
  expect(await room.race(declare, declare)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident', 'number')).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  await expect(
    declareIncident(room.system(), { title: 'x', severity: 2, page: false, note: '', restricted: true }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'restricted' }] } });
});

test('resolved and closed once each, whoever does it at the same moment; what keeps it open is named', async () => {
  const { room, turn, close, state } = await running();
  await expect(turn('resolve', 'responder')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(close()).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => turn('resolve'));
  expect(
    await room.race(
      () => turn('resolve'),
      () => turn('resolve', 'chief'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  await expect(closeIncident(room.as('commander'), room.incidentId, {})).rejects.toMatchObject({
    details: { fields: [{ field: 'cyber' }] },
  });
  await room.asItWas(close);
  expect(await room.race(close, close)).toEqual({ won: 1, lost: ['conflict'] });
  expect([await state(), await room.kinds('incident.closed')]).toEqual(['closed', ['incident.closed']]);
  await room.asItWas(() => turn('reopen'));
  expect(
    await room.race(
      () => turn('reopen'),
      () => turn('reopen', 'chief'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
});

test('no required task is opened in what is closed at that moment, and none is left behind by it', async () => {
  const { room, turn, close } = await running();
  await turn('resolve');
  const { won, lost } = await room.race(close, () =>
    openTask(room.as('responder'), room.incidentId, { title: '確かめる', minutes: 5, required: true }),
  );
  // Closed first, there is nothing to open; opened first, it keeps it open.
  expect([won, lost.length]).toEqual([1, 1]);
  expect(['conflict', 'invalid']).toContain(lost[0]);
});

test('one link stands between two incidents, and is taken back once; an attack is asked about once', async () => {
  const { room, id } = await running();
  await room.declare({ title: '前の停止' });
  const otherId = room.incidentId;
  const link = (over: Partial<IncidentLink> = {}) =>
    linkIncident(room.as('responder'), id, {
      otherId,
      how: 'recurrence',
      note: '',
      noImpact: false,
      improvementId: null,
      ...over,
    });
  await expect(link({ otherId: id })).rejects.toMatchObject({ details: { fields: [{ field: 'otherId' }] } });
  await room.asItWas(() => link());
  expect(
    await room.race(
      () => link(),
      () => link({ how: 'precursor' }),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_link', 'other_id')).toEqual([{ other_id: otherId }]);
  expect(await room.rows('hypothesis', 'number')).toEqual([{ number: 1 }]);
  const unlink = () => unlinkIncident(room.as('responder'), id, otherId);
  await room.asItWas(unlink);
  expect(await room.race(unlink, unlink)).toEqual({ won: 2, lost: [] });
  room.incidentId = id;
  expect(await room.kinds('incident.unlinked')).toHaveLength(1);
});

test('two that are merged into each other at once go on as one of them', async () => {
  const { room, id, state } = await running();
  await room.declare();
  const other = room.incidentId;
  const merge = (from: string, into: string) => mergeIncident(room.as('commander'), from, into);
  await expect(merge(id, id)).rejects.toMatchObject({ details: { fields: [{ field: 'intoId' }] } });
  await room.asItWas(() => merge(id, other));
  expect(
    await room.race(
      () => merge(id, other),
      () => merge(other, id),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect([await state(id), await state(other)].toSorted()).toEqual(['closed', 'open']);
  await room.declare({ drill: true });
  const open = (await state(id)) === 'open' ? id : other;
  await expect(merge(room.incidentId, open)).rejects.toMatchObject({
    details: { fields: [{ field: 'intoId' }] },
  });
});

test('nothing is opened in what is merged away at that moment', async () => {
  const { room, id, state } = await running();
  await room.declare();
  const into = room.incidentId;
  const { won, lost } = await room.race(
    () => mergeIncident(room.as('commander'), id, into),
    () => openTask(room.as('responder'), id, { title: '確かめる', minutes: 5 }),
  );
  expect([won, lost.length]).toEqual([1, 1]);
  expect([await state(id), lost[0]]).toEqual(
    lost[0] === 'conflict' ? ['closed', 'conflict'] : ['open', 'invalid'],
  );
});

test('an incident is restricted by who may share it, and whoever restricts it keeps sight of it', async () => {
  const { room, id } = await running();
  const restrict = (restricted: boolean, by: 'commander' | 'chief' = 'commander') =>
    restrictIncident(room.as(by), id, restricted);
  await expect(restrictIncident(room.as('responder'), id, true)).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => restrict(true));
  expect(
    await room.race(
      () => restrict(true),
      () => restrict(true, 'chief'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await house.clone.query('SELECT FROM share WHERE org_id = $1', [room.orgId])).toHaveLength(2);
});
