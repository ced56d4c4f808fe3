import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { changeIncident } from './change-incident.ts';
import { markSystem } from './mark-system.ts';
import { rateIncident } from './rate-incident.ts';
import { reclassifyIncident } from './reclassify-incident.ts';
import { incidentRewrite } from './schema.ts';
import { shareIncident } from './share-incident.ts';
import { setDetails } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function running() {
  const room = await IncidentRoom.open(house);
  return { room, id: room.incidentId };
}

test('changed, rated and taken for something else at once, each is on record and the rating decides the level', async () => {
  const { room, id } = await running();
  const change = (severity?: number) =>
    changeIncident(room.as('commander'), id, { title: '別名', ...(severity !== undefined && { severity }) });
  const rate = () => rateIncident(room.as('chief'), id, { continuity: 4, safety: 1, trust: 1 });
  const reclassify = () =>
    reclassifyIncident(room.as('commander'), id, { situation: 'ddos', evidence: '通信量' });
  for (const act of [() => change(), rate, reclassify]) await room.asItWas(act);
  expect(await room.race(() => change(), rate, reclassify)).toEqual({ won: 3, lost: [] });
  expect(await room.rows('incident', 'title, severity, situation')).toEqual([
    { title: '別名', severity: 4, situation: 'ddos' },
  ]);
  expect(await room.race(reclassify, reclassify)).toEqual({ won: 0, lost: ['conflict', 'conflict'] });
  await expect(change(1)).rejects.toMatchObject({ details: { fields: [{ field: 'severity' }] } });
});

test('a title that has blanks around it is what was read, with them or without', async () => {
  const { room, id } = await running();
  const title = 'CPU high\n';
  const read = (seen: object) => incidentRewrite.parse({ title: '別名', seen });
  for (const seen of [title, title.trim()]) {
    await room.within(({ sql }) => setDetails(sql, id, { title, severity: 3 }));
    await changeIncident(room.as('commander'), id, read({ title: seen }));
    expect(await room.rows('incident', 'title')).toEqual([{ title: '別名' }]);
  }
  await room.within(({ sql }) => setDetails(sql, id, { title: ' ', severity: 3 }));
  await expect(changeIncident(room.as('commander'), id, read({ title: 'CPU low' }))).rejects.toMatchObject({
    code: 'conflict',
  });
  await changeIncident(room.as('commander'), id, read({ title: ' ' }));
});

test('a form that is behind is refused with what changed; what it leaves alone is nobody’s concern', async () => {
  const { room, id } = await running();
  await keepAsset(room.system(), { key: 'pump', kind: 'system', name: 'ポンプ' });
  const told = (...fields: string[]) => ({
    code: 'conflict',
    details: { fields: fields.map((field) => ({ field })) },
  });
  const read = { title: '配水制御の停止', severity: 3, site: null };
  const change = (severity: number) =>
    changeIncident(room.as('commander'), id, { severity, seen: { severity: 3 } });
  expect(
    await room.race(
      () => change(1),
      () => change(2),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await expect(
    changeIncident(room.as('chief'), id, { title: '別名', severity: 4, seen: read }),
  ).rejects.toMatchObject(told('severity'));
  await changeIncident(room.as('chief'), id, { title: '別名', seen: read });

  const rated = { continuity: 4, safety: 1, trust: 1 };
  const rate = (safety: number, seen: typeof rated | null) =>
    rateIncident(room.as('chief'), id, { ...rated, safety, seen });
  await rate(1, null);
  await expect(rate(2, null)).rejects.toMatchObject({ code: 'conflict' });
  await rate(2, rated);
  await expect(rate(3, rated)).rejects.toMatchObject(told('safety'));

  const reclassify = (situation: 'ddos' | 'ransomware', seen: 'network' | 'ddos') =>
    reclassifyIncident(room.as('commander'), id, { situation, evidence: '通信量', seen });
  await reclassify('ddos', 'network');
  await expect(reclassify('ransomware', 'network')).rejects.toMatchObject({ code: 'conflict' });

  const mark = (state: 'affected' | 'restored', seen?: 'affected' | 'restored' | null) =>
    markSystem(room.as('responder'), id, { asset: 'pump', state, ...(seen !== undefined && { seen }) });
  await mark('affected', null);
  await expect(mark('restored', null)).rejects.toMatchObject({ code: 'conflict' });
  await mark('restored', 'affected');
  await mark('affected');
});

test('a system is marked as whoever marked it last said; one that is not in the register is refused', async () => {
  const { room, id } = await running();
  await keepAsset(room.system(), { key: 'pump', kind: 'system', name: 'ポンプ' });
  const mark = (state: 'affected' | 'contained', asset = 'pump') =>
    markSystem(room.as('responder'), id, { asset, state });
  await expect(mark('affected', 'none')).rejects.toMatchObject({ details: { fields: [{ field: 'asset' }] } });
  await room.asItWas(() => mark('affected'));
  expect(
    await room.race(
      () => mark('affected'),
      () => mark('contained'),
    ),
  ).toEqual({ won: 2, lost: [] });
  const [last] = await house.clone.query<{ state: string }>(
    `SELECT body->>'state' AS state FROM ledger WHERE incident_id = $1 AND kind = 'incident.system-marked' ORDER BY seq DESC`,
    [id],
  );
  expect(await room.rows('incident_asset', 'state')).toEqual([last]);
});

test('a restricted incident is seen by somebody inside, whoever is taken off it at the same moment', async () => {
  const { room, id } = await running();
  const share = (
    name: 'chief' | 'commander' | 'head',
    shared: boolean,
    by: 'commander' | 'chief' = 'commander',
  ) => shareIncident(room.as(by), id, room.ids[name], shared);
  await expect(share('head', true)).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });
  await restrictIncident(room.as('commander'), id, true);
  await share('chief', true);
  await room.asItWas(() => share('head', true));
  expect(
    await room.race(
      () => share('commander', false),
      () => share('chief', false, 'chief'),
    ),
  ).toEqual({ won: 1, lost: ['invalid'] });
  expect(await house.clone.query('SELECT FROM share WHERE org_id = $1', [room.orgId])).toHaveLength(1);
});
