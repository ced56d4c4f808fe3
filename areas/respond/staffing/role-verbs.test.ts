import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { shareIncident } from '../incidents/share-incident.ts';
import { closeIncident, turnIncident } from '../lifecycle/turn-incident.ts';
import { summonHolder } from '../paging/summon.ts';
import { choosePlan } from '../plans/choose-plan.ts';
import { openTask } from '../tasks/open-task.ts';
import { assignRole } from './assign-role.ts';
import { attend, offerRole, takeRole } from './hand-over-role.ts';
import { readRoles } from './read-roles.ts';
import { takeUpRole } from './take-up-role.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function staffed() {
  const room = await IncidentRoom.open(house);
  const { incidentId, ids } = room;
  const assign = (person: keyof typeof ids, by: keyof typeof ids = 'commander') =>
    assignRole(room.as(by), incidentId, { role: 'lead', name: '指揮者', personId: ids[person] });
  return {
    room,
    assign,
    offer: (to: keyof typeof ids, by: keyof typeof ids = 'responder') =>
      offerRole(room.as(by), incidentId, { role: 'lead', toId: ids[to], note: '交代' }),
    roles: () => room.rows('incident_role', 'role, person_id, next_person_id, attended_at'),
  };
}

test('a role is given to somebody of the house; whoever takes it by their own act is present; its tasks go along', async () => {
  const { room, assign, roles } = await staffed();
  await assign('responder');
  expect(await roles()).toMatchObject([{ person_id: room.ids.responder, attended_at: null }]);
  await openTask(room.as('chief'), room.incidentId, { title: '調べる', role: 'lead', minutes: 5 });
  await room.asItWas(() => assign('commander'));
  await assign('commander');
  expect(await roles()).toMatchObject([{ person_id: room.ids.commander, attended_at: expect.anything() }]);
  expect(await room.rows('incident_task', 'person_id')).toEqual([{ person_id: room.ids.commander }]);
  await expect(assign('head', 'responder')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(assign('outsider')).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });
  await expect(
    assignRole(room.as('commander'), room.incidentId, { role: 'other', name: '', personId: room.ids.head }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'name' }] } });
});

test('given to two people at once, the last one has it and the record tells of both', async () => {
  const { room, assign, roles } = await staffed();
  expect(
    await room.race(
      () => assign('responder'),
      () => assign('head', 'chief'),
    ),
  ).toEqual({ won: 2, lost: [] });
  const [last] = (
    await house.clone.query<{ body: { personId: string } }>(
      `SELECT body FROM ledger WHERE incident_id = $1 AND kind = 'role.assigned' ORDER BY seq DESC`,
      [room.incidentId],
    )
  ).map(({ body }) => body.personId);
  expect(await roles()).toMatchObject([{ role: 'lead', person_id: last }]);
  expect(await room.kinds('role.')).toEqual(['role.assigned', 'role.assigned']);
});

test('only its holder or a commander offers it, only who was asked takes it, and takes it once', async () => {
  const { room, assign, offer, roles } = await staffed();
  const take = (by: 'head' | 'chief') => takeRole(room.as(by), room.incidentId, 'lead');
  await expect(offer('head')).rejects.toMatchObject({ code: 'conflict' });
  await assign('responder');
  await expect(offer('head', 'relations')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(offer('responder')).rejects.toMatchObject({ details: { fields: [{ field: 'toId' }] } });
  await room.asItWas(() => offer('head'));
  await offer('head');
  await expect(take('chief')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => take('head'));
  expect(
    await room.race(
      () => take('head'),
      () => take('head'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await roles()).toMatchObject([{ person_id: room.ids.head, next_person_id: null }]);
  expect(await room.kinds('role.taken')).toHaveLength(1);
});

test('a role that is given away while it is taken over has one holder, whoever came first', async () => {
  const { room, assign, offer, roles } = await staffed();
  await assign('responder');
  await offer('head');
  const { won, lost } = await room.race(
    () => takeRole(room.as('head'), room.incidentId, 'lead'),
    () => assign('chief'),
  );
  // Taken and then given; or given, and then the offer is gone.
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect(await roles()).toMatchObject([{ person_id: room.ids.chief, next_person_id: null }]);
});

test('that the holder is there is told once', async () => {
  const { room, assign } = await staffed();
  await assign('head');
  const here = (by: 'head' | 'relations' | 'chief') => attend(room.as(by), room.incidentId, 'lead');
  await expect(here('relations')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => here('head'));
  expect(
    await room.race(
      () => here('head'),
      () => here('chief'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('role.attended')).toHaveLength(1);
});

test('a deputy who answers takes the role up once, while its holder is silent and the incident goes on', async () => {
  const { room, assign, roles } = await staffed();
  const { incidentId, ids } = room;
  await room.publishPlan();
  await choosePlan(room.as('commander'), incidentId, 'network');
  await assign('commander', 'chief');
  const answers = (personId: string) => () =>
    room.within((tx) => takeUpRole(tx, { incidentId, role: 'lead', personId }));
  await answers(ids.responder)();
  expect(await roles()).toMatchObject([{ person_id: ids.commander }]);
  await room.asItWas(answers(ids.chief));
  expect(await room.race(answers(ids.chief), answers(ids.chief))).toEqual({ won: 2, lost: [] });
  expect(await roles()).toMatchObject([{ person_id: ids.chief, attended_at: expect.anything() }]);
  expect(await room.kinds('role.taken')).toHaveLength(1);

  await turnIncident(room.as('commander'), incidentId, 'resolve', { note: '' });
  await closeIncident(room.as('commander'), incidentId, {
    cyber: { was: 'excluded', how: '故障' },
    left: { ministry: '基準に当たらない' },
  });
  await expect(assign('head')).rejects.toMatchObject({ code: 'conflict' });
});

test('somebody outside holds a role in the room once it is shared with them, and the load they carry is seen', async () => {
  const room = await IncidentRoom.open(house);
  const { incidentId, ids } = room;
  const give = (role: string) =>
    assignRole(room.as('commander'), incidentId, { role, name: role, personId: ids.outsider });
  await expect(give('site-lead')).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });
  await shareIncident(room.as('commander'), incidentId, ids.outsider, true);
  await give('site-lead');
  await give('contractor-window');
  const { roles, load } = await readRoles(room.as('commander'), incidentId);
  expect(roles.map(({ personId }) => personId)).toEqual([ids.outsider, ids.outsider]);
  expect(load).toMatchObject([{ personId: ids.outsider, strains: ['apart'] }]);
  // They are called for it, and see of the room what was shared.
  await room.within((tx) => summonHolder(tx, { incidentId, role: 'site-lead' }));
  expect(await room.rows('page', 'topic')).toContainEqual({ topic: 'role:site-lead' });
});
