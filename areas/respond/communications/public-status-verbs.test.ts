import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { record } from '../../record.ts';
import { markSystem } from '../incidents/mark-system.ts';
import { publicStatus } from './public-status.ts';
import { publishNames } from './publish-names.ts';
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

test('a service is called there as it was when that was published, whatever the register calls it since', async () => {
  const { room, publish } = await open();
  const names = async () => (await publicStatus(room.system()))?.services.map(({ name }) => name);
  await room.within((tx) => publishNames(tx));
  const rename = (key: string, name: string) =>
    house.clone.query('UPDATE asset SET name = $1 WHERE org_id = $2 AND key = $3', [name, room.orgId, key]);
  await rename('tap', '水の供給（侵入あり）');
  await rename('portal', '料金の窓口');
  await room.within(async (tx) => record(tx, 'asset.kept', { body: { assetIds: [], count: 2 } }));
  expect(await names()).toEqual(['水の供給', '料金ポータル']);
  await publish([{ service: 'portal', state: 'affected' }]);
  expect(await names()).toEqual(['水の供給', '料金の窓口']);
  // Said anew what is shown, both are called as they are now.
  await room.within((tx) => publishNames(tx));
  expect(await names()).toEqual(['水の供給（侵入あり）', '料金の窓口']);
});

test('however many statements there are, one that says a service stopped still holds', async () => {
  const { room, publish, states } = await open();
  await publish([{ service: 'tap', state: 'stopped' }]);
  await house.clone.query(
    `INSERT INTO statement (org_id, id, incident_id, number, audience, kind, text, outlet, state, written_by, sent_at)
      SELECT $1, gen_random_uuid(), $2, 100 + n, 'customers', 'update', '発表', 'status-page', 'sent', 'x', now() + n * interval '1 second'
      FROM generate_series(1, 600) n`,
    [room.orgId, room.incidentId],
  );
  await room.within(async (tx) => record(tx, 'status.named', { body: { services: [] } }));
  expect(await states()).toEqual({ 水の供給: 'stopped', 料金ポータル: 'normal' });
  expect((await publicStatus(room.system()))?.statements).toHaveLength(500);
});

test('many who look at once have it read once, and what is recorded has it read again', async () => {
  const { room, publish, states } = await open();
  await publish([{ service: 'tap', state: 'affected' }]);
  await states();
  // Nobody recorded it: it is not looked for.
  await house.clone.query(`UPDATE statement SET services = '[]' WHERE org_id = $1`, [room.orgId]);
  const all = await Promise.all(Array.from({ length: 20 }, () => publicStatus(room.system())));
  expect(new Set(all.map((each) => each?.services[0]?.state))).toEqual(new Set(['affected']));
  await room.within(async (tx) => record(tx, 'status.named', { body: { services: [] } }));
  expect((await states())['水の供給']).not.toBe('affected');
});
