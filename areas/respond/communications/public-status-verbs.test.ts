import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { markSystem } from '../incidents/mark-system.ts';
import { publicStatus } from './public-status.ts';
import type { SaidOfService } from './schema.ts';
import { sendStatement } from './send-statement.ts';
import { withhold } from './withhold.ts';
import { approveStatement, draftStatement, reviseStatement } from './write-statement.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const OUTLET = 'status-page';

/** An organisation that shows how two of its three services are. */
async function open(drill = false) {
  const room = await IncidentRoom.open(house);
  for (const [key, name] of [
    ['tap', '水の供給'],
    ['portal', '料金ポータル'],
    ['inner', '社内の監視'],
  ] as const)
    await keepAsset(room.system(), { key, kind: 'service', name });
  await keepEntry(room.system(), 'outlets', 0, {
    key: OUTLET,
    name: '状況ページ',
    audiences: ['customers'],
    services: ['tap', 'portal'],
  });
  if (drill) await room.declare({ drill: true });
  const draft = async (services: SaidOfService[], kind: 'start' | 'update' | 'end' = 'start') =>
    (
      await draftStatement(room.as('relations'), room.incidentId, {
        audience: 'customers',
        kind,
        text: '発表',
        outlet: OUTLET,
        services,
      })
    ).id;
  const approve = (id: string, services: SaidOfService[], by: 'relations' | 'head' = 'head') =>
    approveStatement(room.as(by), id, { text: '発表', outlet: OUTLET, services });
  const send = (id: string) => sendStatement(room.as('relations'), id, { nextUpdateMinutes: 30 });
  const publish = async (services: SaidOfService[], kind: 'start' | 'update' | 'end' = 'start') => {
    const id = await draft(services, kind);
    for (const by of ['relations', 'head'] as const) await approve(id, services, by);
    await send(id);
  };
  const states = async () =>
    Object.fromEntries(
      ((await publicStatus(room.system()))?.services ?? []).map(({ name, state }) => [name, state]),
    );
  return { room, draft, approve, send, publish, states };
}

test('the page shows how services are as it was published, and nothing that only the record knows', async () => {
  const { room, publish, states } = await open();
  await markSystem(room.as('responder'), room.incidentId, { asset: 'tap', state: 'affected' });
  expect(await states()).toEqual({ 水の供給: 'normal', 料金ポータル: 'normal' });
  await publish([{ service: 'tap', state: 'stopped' }]);
  expect(await states()).toEqual({ 水の供給: 'stopped', 料金ポータル: 'normal' });
  const today = (await publicStatus(room.system()))?.services[0]?.days;
  expect([today?.length, today?.at(-1), today?.at(-2)]).toEqual([90, 'stopped', 'normal']);
  await publish([{ service: 'tap', state: 'restored' }], 'update');
  expect(await states()).toEqual({ 水の供給: 'normal', 料金ポータル: 'normal' });
});

test('a service the page does not show is refused by name, and so is one that is named twice', async () => {
  const { draft } = await open();
  for (const services of [
    [{ service: 'inner', state: 'stopped' }],
    [{ service: 'nowhere', state: 'stopped' }],
    [
      { service: 'tap', state: 'stopped' },
      { service: 'tap', state: 'restored' },
    ],
  ] as SaidOfService[][])
    await expect(draft(services)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'services' }] },
    });
});

test('an approval is of what is said of services too: read otherwise it is refused, changed it counts no more', async () => {
  const { room, draft, approve, send } = await open();
  const said: SaidOfService[] = [{ service: 'tap', state: 'affected' }];
  const id = await draft(said);
  await expect(approve(id, [])).rejects.toMatchObject({ code: 'conflict' });
  await expect(approve(id, [{ service: 'tap', state: 'stopped' }])).rejects.toMatchObject({
    code: 'conflict',
  });
  for (const by of ['relations', 'head'] as const) await approve(id, said, by);
  const words = { text: '発表', outlet: OUTLET };
  // Left out it stays, and so do the approvals.
  await reviseStatement(room.as('relations'), id, words);
  await reviseStatement(room.as('relations'), id, {
    ...words,
    services: [{ service: 'tap', state: 'stopped' }],
  });
  await expect(send(id)).rejects.toMatchObject({ code: 'conflict' });
});

test('the name of a service that is withheld stops it, though the text does not say it', async () => {
  const { room, draft, approve, send } = await open();
  await withhold(room.as('head'), room.incidentId, {
    audience: 'customers',
    term: '料金ポータル',
    reason: '調査中',
    suggest: false,
  });
  const said: SaidOfService[] = [{ service: 'portal', state: 'stopped' }];
  const id = await draft(said);
  for (const by of ['relations', 'head'] as const) await approve(id, said, by);
  await expect(send(id)).rejects.toMatchObject({ code: 'invalid' });
  expect(await room.kinds('statement.')).toContain('statement.refused');
});

test('a drill changes nothing on the page', async () => {
  const { room, publish, states } = await open(true);
  await publish([{ service: 'tap', state: 'stopped' }]);
  expect(await states()).toEqual({ 水の供給: 'normal', 料金ポータル: 'normal' });
  expect((await publicStatus(room.system()))?.statements).toEqual([]);
});

test('what began before the days that are told of and goes on is told whole; what was over before is told no more', async () => {
  const { room, publish, states } = await open();
  await publish([{ service: 'portal', state: 'stopped' }]);
  await publish([], 'end');
  const over = room.incidentId;
  await room.declare();
  await publish([{ service: 'tap', state: 'stopped' }]);
  house.clock.advance({ hours: 24 * 95 });
  expect(await states()).toEqual({ 水の供給: 'stopped', 料金ポータル: 'normal' });
  await publish([], 'update');
  const status = await publicStatus(room.system());
  expect(status?.services[0]?.days.every((day) => day === 'stopped')).toBe(true);
  expect(status?.statements.map(({ kind }) => kind)).toEqual(['update', 'start']);
  expect(status?.statements.some(({ incident }) => incident === over)).toBe(false);
});
