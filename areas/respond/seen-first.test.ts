import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../test/house.ts';
import { IncidentRoom } from '../../test/incident-room.ts';
import { callAbout } from '../../test/route-caller.ts';
import { keepAsset } from '../prepare/assets/keep-asset.ts';
import { setUpHeadquarters } from './headquarters/set-up.ts';
import { choosePlan } from './plans/choose-plan.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

type Act = (seen: unknown, change: number) => Promise<unknown>;
interface Case {
  readonly act: Act;
  /** What stands there at first, and after the act was done with its first change. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Every act of a room that writes over what somebody may have read; incidents' own fields are tried beside them. */
const CASES: Readonly<Record<string, (room: IncidentRoom) => Promise<Case>>> = {
  role: async (room) => {
    const people = [room.ids.chief, room.ids.responder, room.ids.relations];
    return {
      act: (seen, change) =>
        put(room, 'PUT /api/respond/incidents/:id/roles', {
          role: 'lead',
          name: '指揮者',
          personId: people[change],
          seen,
        }),
      before: null,
      after: room.ids.chief,
    };
  },
  headquarters: async (room) => {
    const place = (change: number) => ({ room: `${change}階`, bridge: '', briefMinutes: 60 });
    await setUpHeadquarters(room.as('commander'), room.incidentId, place(9));
    return {
      act: (seen, change) =>
        put(room, 'PUT /api/respond/incidents/:id/headquarters', { ...place(change), seen }),
      before: place(9),
      after: place(0),
    };
  },
  plan: async (room) => {
    await room.publishPlan();
    const act: Act = (seen) => put(room, 'PUT /api/respond/incidents/:id/plan', { plan: 'network', seen });
    return { act, before: null, after: { key: 'network', version: 1 } };
  },
  estimate: async (room) => ({
    act: (seen, change) =>
      put(room, 'PUT /api/respond/incidents/:id/estimate', {
        input: 'outageMinutes',
        value: String(30 + change),
        seen,
      }),
    before: null,
    after: '30',
  }),
  restriction: async (room) => ({
    act: (seen, change) =>
      put(room, 'PUT /api/respond/incidents/:id/restriction', { restricted: change % 2 === 0, seen }),
    before: false,
    after: true,
  }),
  'way to recover': async (room) => {
    const way = (change: number) => ({ method: 'restore', criteria: `確認${change}` });
    return {
      act: (seen, change) =>
        put(room, 'PUT /api/respond/incidents/:id/recovery/strategy', { ...way(change), seen }),
      before: null,
      after: way(0),
    };
  },
  'why it is over': async (room) => {
    const cause = (change: number) => ({ cause: 'ownAction', note: `${change}回目` });
    return {
      act: (seen, change) =>
        put(room, 'PUT /api/respond/incidents/:id/recovery/cause', { ...cause(change), seen }),
      before: null,
      after: cause(0),
    };
  },
  'order of recovery': async (room) => {
    await keepAsset(room.system(), { key: 'pump', kind: 'system', name: 'ポンプ' });
    const answer = (change: number) => ({ agreed: false, note: `${change}回目` });
    return {
      act: (seen, change) =>
        callAbout(
          room.as('commander'),
          room.incidentId,
          'PUT /api/respond/incidents/:id/recovery/order/:asset',
          { ...answer(change), seen } as never,
          { id: room.incidentId, asset: 'pump' } as never,
        ),
      before: null,
      after: answer(0),
    };
  },
};
const put = (room: IncidentRoom, key: Parameters<typeof callAbout>[2], body: object): Promise<unknown> =>
  callAbout(room.as('commander'), room.incidentId, key, body as never);

test.each(Object.keys(CASES))('%s: what somebody never saw is not written over', async (name) => {
  const room = await IncidentRoom.open(house);
  const made = await CASES[name]?.(room);
  if (!made) throw new Error(name);
  const { act, before, after } = made;
  // Two who read the same: one of them is told.
  expect(
    await room.race(
      () => act(before, 0),
      () => act(before, 0),
    ),
  ).toEqual(name === 'estimate' ? { won: 2, lost: [] } : { won: 1, lost: ['conflict'] });
  await expect(act(before, 1)).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => act(after, 1));
  await act(after, 1);
  // Who says nothing of it is not held to it: keys and older clients.
  await act(undefined, 2);
});

test('the plan of an incident moves with the version that was read', async () => {
  const room = await IncidentRoom.open(house);
  await room.publishPlan();
  await choosePlan(room.as('commander'), room.incidentId, 'network', null);
  await expect(
    choosePlan(room.as('chief'), room.incidentId, 'network', { key: 'network', version: 2 }),
  ).rejects.toMatchObject({ code: 'conflict' });
});
