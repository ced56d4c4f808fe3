import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { restrictIncident } from '../../respond/lifecycle/restrict-incident.ts';
import { choosePlan } from '../../respond/plans/choose-plan.ts';
import { keepAsset } from '../assets/keep-asset.ts';
import type { AssetInput } from '../assets/schema.ts';
import { deriveFallback } from '../fallbacks/derive-fallback.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { keepEntry } from './keep-entry.ts';
import { removeUnused } from './remove-asset.ts';
import { removeEntry } from './remove-entry.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function opened() {
  const room = await IncidentRoom.open(house);
  const ctx = () => room.system();
  const asset = async (key: string, over: Partial<AssetInput> = {}) =>
    (await keepAsset(ctx(), { key, kind: 'system', name: key, ...over })).id;
  const fallback = (key: string, over: object = {}) =>
    keepEntry(ctx(), 'fallbacks', 0, { key, name: key, covers: ['pay'], steps: [{ text: '紙' }], ...over });
  return { room, ctx, asset, fallback };
}
const refused = (...named: string[]) => ({
  code: 'conflict',
  details: {
    detail: { ja: expect.stringContaining(named.join('、')), en: expect.stringContaining(named.join(', ')) },
  },
});

test('a system that entries point at is not taken out, edges or no edges', async () => {
  const { ctx, asset, fallback } = await opened();
  const pay = await asset('pay');
  await fallback('fax');
  await expect(removeUnused(ctx(), pay, true)).rejects.toMatchObject(refused('fax'));
  await removeEntry(ctx(), 'fallbacks', 'fax');
  const site = await asset('north', { kind: 'site' });
  await keepEntry(ctx(), 'calendars', 0, { key: 'plant', name: '工場', sites: ['north'] });
  await expect(removeUnused(ctx(), site, true)).rejects.toMatchObject(refused('plant'));
  await removeUnused(ctx(), pay, false);
});

test('one that others depend on goes only where the edges are said to go too', async () => {
  const { ctx, asset, room } = await opened();
  const db = await asset('db');
  await asset('app', { edges: [{ kind: 'dependsOn', to: 'db' }] });
  await asset('web', { edges: [{ kind: 'dependsOn', to: 'db' }] });
  await expect(removeUnused(ctx(), db, false)).rejects.toMatchObject(refused('app', 'web'));
  await room.asItWas(() => removeUnused(ctx(), db, true));
  await removeUnused(ctx(), db, true);
  await expect(removeUnused(ctx(), db, true)).rejects.toMatchObject({ code: 'not-found' });
});

test('taken out while somebody writes a fallback for it, it is there or the fallback is not', async () => {
  const { ctx, asset, fallback, room } = await opened();
  const pay = await asset('pay');
  const { won, lost } = await room.race(
    () => fallback('fax'),
    () => removeUnused(ctx(), pay, false),
  );
  expect(won).toBe(1);
  expect(['conflict', 'invalid']).toContain(lost[0]);
});

test('a provider of a system, and the plan of a running incident, stay', async () => {
  const { ctx, asset, room } = await opened();
  await keepEntry(ctx(), 'parties', 0, { key: 'idp', name: '認証', kind: 'supplier' });
  const auth = await asset('auth', { details: { parties: [{ party: 'idp', duty: 'provides' }] } });
  await expect(removeEntry(ctx(), 'parties', 'idp')).rejects.toMatchObject(refused('auth'));
  await removeUnused(ctx(), auth, false);
  await removeEntry(ctx(), 'parties', 'idp');
  await room.publishPlan();
  await house.clone.query(
    `INSERT INTO incident_plan (org_id, incident_id, key, version, chosen_at)
      SELECT org_id, id, 'network', 1, now() FROM incident WHERE org_id = '${ctx().orgId}'
      ON CONFLICT (org_id, incident_id) DO UPDATE SET key = 'network', version = 1`,
  );
  await expect(removeEntry(ctx(), 'plans', 'network')).rejects.toMatchObject(refused('#1'));
  await house.clone.query(`UPDATE incident SET state = 'closed' WHERE org_id = '${ctx().orgId}'`);
  await removeEntry(ctx(), 'plans', 'network');
});

test('the plan of a running incident stays for who may not see that incident too, and names nothing of it', async () => {
  const { ctx, room } = await opened();
  await room.publishPlan();
  await room.declare({ title: '内密の事案' });
  await house.clone.query(
    `INSERT INTO incident_plan (org_id, incident_id, key, version, chosen_at) VALUES ($1, $2, 'network', 1, now())
      ON CONFLICT (org_id, incident_id) DO UPDATE SET key = 'network', version = 1`,
    [ctx().orgId, room.incidentId],
  );
  await house.clone.query(`UPDATE incident SET state = 'closed' WHERE id <> $1 AND org_id = $2`, [
    room.incidentId,
    ctx().orgId,
  ]);
  await restrictIncident(room.as('commander'), room.incidentId, true);
  const keeper = await house.person(ctx().orgId, ['system-owner']);
  const remove = () => removeEntry(house.as(ctx().orgId, keeper, ['administrator']), 'plans', 'network');
  const refusal = await remove().catch((error) => error);
  expect(refusal).toMatchObject({
    code: 'conflict',
    details: { detail: { en: expect.stringContaining('restricted incident') } },
  });
  expect(JSON.stringify(refusal.details)).not.toMatch(/#|内密/);
  await house.clone.query(`UPDATE incident SET state = 'closed' WHERE org_id = $1`, [ctx().orgId]);
  await remove();
});

const SHIFTS = { name: 'l', from: '09:00', until: '09:00', start: '2026-01-01' };

test('a roster that an older version of a plan names stays as long as an incident runs by that version', async () => {
  const { ctx, room } = await opened();
  const person = await house.person(ctx().orgId, ['responder'], `o-${ctx().orgId}@x.jp`);
  for (const key of ['nights', 'days'])
    await keepEntry(ctx(), 'rosters', 0, {
      key,
      name: key,
      layers: [{ ...SHIFTS, members: [{ personId: person }] }],
    });
  await room.publishPlan();
  const [written] = await house.clone.query<{ entry: { roles: { key: string }[] } }>(
    `SELECT entry FROM register_entry WHERE org_id = $1 AND register = 'plans' AND key = 'network'`,
    [ctx().orgId],
  );
  const held = (roster: string) => ({
    ...written?.entry,
    roles: written?.entry.roles.map((role) =>
      role.key === 'lead' ? { ...role, personId: null, roster } : role,
    ),
  });
  await keepEntry(ctx(), 'plans', 1, held('nights'));
  await publishPlan(ctx(), 'network', 2);
  await choosePlan(room.as('commander'), room.incidentId, 'network');
  await keepEntry(ctx(), 'plans', 2, held('days'));
  await publishPlan(ctx(), 'network', 3);
  const remove = () => removeEntry(ctx(), 'rosters', 'nights');
  await expect(remove()).rejects.toMatchObject({
    code: 'conflict',
    details: { detail: { en: expect.stringContaining('version 2 of the plan “network”') } },
  });
  // Also where nobody who keeps registers may see that incident.
  await restrictIncident(room.as('commander'), room.incidentId, true);
  await expect(remove()).rejects.toMatchObject({ code: 'conflict' });
  await choosePlan(room.as('commander'), room.incidentId, 'network');
  await remove();
  await expect(removeEntry(ctx(), 'rosters', 'days')).rejects.toMatchObject(refused('network'));
});

test('the calendar of everybody who names none stays while a roster goes by it', async () => {
  const { ctx } = await opened();
  const person = await house.person(ctx().orgId, ['responder'], `u-${ctx().orgId}@x.jp`);
  const calendar = (key: string) => keepEntry(ctx(), 'calendars', 0, { key, name: key });
  await calendar('usual');
  await calendar('plant');
  const duty = { key: 'duty', name: 'D', layers: [{ ...SHIFTS, members: [{ personId: person }] }] };
  await keepEntry(ctx(), 'rosters', 0, duty);
  await expect(removeEntry(ctx(), 'calendars', 'usual')).rejects.toMatchObject(refused('duty'));
  await removeEntry(ctx(), 'calendars', 'plant');
  await removeEntry(ctx(), 'rosters', 'duty');
  await removeEntry(ctx(), 'calendars', 'usual');
  // The only one is everybody's, whatever it is called.
  await calendar('plant-2');
  await keepEntry(ctx(), 'rosters', 0, { ...duty, key: 'duty-2' });
  await expect(removeEntry(ctx(), 'calendars', 'plant-2')).rejects.toMatchObject(refused('duty-2'));
});

test('a step says whom it calls: a person or a roster, one of the two', async () => {
  const { ctx, room } = await opened();
  const person = await house.person(ctx().orgId, ['responder'], `r-${ctx().orgId}@x.jp`);
  await keepEntry(ctx(), 'rosters', 0, {
    key: 'duty',
    name: 'D',
    layers: [
      { name: 'l', from: '09:00', until: '09:00', start: '2026-01-01', members: [{ personId: person }] },
    ],
  });
  const keep = (version: number, steps: object[], over: object = {}) =>
    keepEntry(room.system(), 'call-trees', version, {
      key: 'cyberattack.day',
      name: 'x',
      cause: 'cyberAttack',
      band: 'day',
      steps,
      ...over,
    });
  const fields = (...paths: string[]) => ({
    code: 'invalid',
    details: { fields: paths.map((field) => ({ field })) },
  });
  await expect(keep(0, [{}])).rejects.toMatchObject(fields('steps.0'));
  await expect(keep(0, [{ personId: person }, { personId: person, roster: 'duty' }])).rejects.toMatchObject(
    fields('steps.1'),
  );
  await expect(keep(0, [{ deputyIds: [person] }])).rejects.toMatchObject(fields('steps.0'));
  await keep(0, [{ personId: person }, { roster: 'duty' }]);
});

test('a fallback for a cyber attack is derived from one for something else that says how', async () => {
  const { ctx, asset, fallback } = await opened();
  await asset('pay');
  await fallback('fax');
  await fallback('idea', { steps: [] });
  await expect(deriveFallback(ctx(), 'idea', 'ja')).rejects.toMatchObject({ code: 'conflict' });
  const { key } = await deriveFallback(ctx(), 'fax', 'ja');
  await expect(deriveFallback(ctx(), key, 'ja')).rejects.toMatchObject({ code: 'conflict' });
  await expect(deriveFallback(ctx(), 'fax', 'ja')).rejects.toMatchObject({
    details: { detail: { ja: expect.stringContaining('すでに使用されています') } },
  });
});

test('what the plan in force points at stays, also where a draft no longer does', async () => {
  const { ctx, room } = await opened();
  await keepEntry(ctx(), 'rosters', 0, {
    key: 'night',
    name: '夜間当番',
    layers: [
      {
        name: '当番',
        from: '09:00',
        until: '09:00',
        start: '2026-01-01',
        members: [{ personId: room.ids.responder }],
      },
    ],
  });
  await room.publishPlan();
  const written = async () => {
    const [row] = await house.clone.query<{ version: number; entry: Record<string, unknown> }>(
      `SELECT version, entry FROM register_entry WHERE org_id = $1 AND register = 'plans'`,
      [ctx().orgId],
    );
    return row ?? { version: 0, entry: {} };
  };
  const write = async (roster: string | null) => {
    const { version, entry } = await written();
    const [lead, ...others] = entry['roles'] as object[];
    return keepEntry(ctx(), 'plans', version, {
      ...entry,
      roles: [
        { ...lead, roster, ...(roster ? { personId: null } : { personId: room.ids.commander }) },
        ...others,
      ],
    } as never);
  };
  const { version } = await write('night');
  await publishPlan(ctx(), 'network', version);
  await write(null);
  await expect(removeEntry(ctx(), 'rosters', 'night')).rejects.toMatchObject(refused('network'));
  await publishPlan(ctx(), 'network', (await written()).version);
  await removeEntry(ctx(), 'rosters', 'night');
});

test('a plan is taken out, or an incident comes under it, and never both', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { ctx, room } = await opened();
    await room.publishPlan();
    await house.clone.query(`DELETE FROM incident_plan WHERE org_id = $1`, [ctx().orgId]);
    const raced = await room.race(
      () => choosePlan(room.as('commander'), room.incidentId, 'network'),
      () => removeEntry(ctx(), 'plans', 'network'),
    );
    expect(raced.won).toBe(1);
    expect(['conflict', 'invalid']).toContain(raced.lost[0]);
  }
});
