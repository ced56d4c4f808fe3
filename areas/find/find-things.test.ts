import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/clock.ts';
import { TestHouse } from '../../test/house.ts';
import { IncidentRoom } from '../../test/incident-room.ts';
import { openCase } from '../learn/cases/open-case.ts';
import { readCase } from '../learn/cases/read-case.ts';
import { REGISTER_NAMES } from '../prepare/register-kinds/words.ts';
import { restrictIncident } from '../respond/lifecycle/restrict-incident.ts';
import { findAnything } from './find-things.ts';
import { FOUND_KINDS } from './words.ts';

const blip = readCase(fs.readFileSync(new URL('../../cases/09-network-blip.yaml', import.meta.url), 'utf8'));

let house: TestHouse;
let room: IncidentRoom;
beforeAll(async () => {
  house = await TestHouse.open();
  room = await IncidentRoom.open(house);
  const { orgId } = room;
  const run = (text: string, ...values: unknown[]) => house.clone.query(text, [orgId, ...values]);
  await run("INSERT INTO unit (org_id, id, name) VALUES ($1, $2, '水道課')", newId());
  const person = (name: string) =>
    run(
      `INSERT INTO person (org_id, id, name, email, language, roles, unit_id)
       SELECT $1, $2, $3, $4, 'ja', '{responder}', (SELECT id FROM unit WHERE org_id = $1)`,
      newId(),
      name,
      `${newId()}@example.jp`,
    );
  for (const name of ['水野 湊', '佐藤 水希']) await person(name);
  const asset = (key: string, name: string) =>
    run(
      `INSERT INTO asset (org_id, id, key, kind, name, critical, impact_reason, company, class, os, product, product_version, details, changed_at)
       VALUES ($1, $2, $3, 'system', $4, false, '', '', '', '', '', '', '{}', '2026-01-01T00:00:00Z')`,
      newId(),
      key,
      name,
    );
  await asset('pump-1', '北部取水ポンプ');
  await asset('relay-srv', '中継サーバー');
  await asset('intake', 'North intake Pump');
  await asset('compressor', '送風コンプレッサー');
  await asset('gate', '境界ファイアウォール切り離し盤');
  for (const register of REGISTER_NAMES)
    await run(
      `INSERT INTO register_entry (org_id, register, key, version, entry, changed_at, changed_by)
       VALUES ($1, $2, 'k', 1, jsonb_build_object('name', $2 || ' zqx'), '2026-01-01T00:00:00Z', 'x')`,
      register,
    );
  await run(
    "INSERT INTO source (org_id, id, kind, name, settings, key_hash) VALUES ($1, $2, 'generic', '監視 zqx', '{}', 'a')",
    newId(),
  );
  await run(
    "INSERT INTO heartbeat (org_id, id, name, every_seconds, grace_seconds, key_hash, state) VALUES ($1, $2, '夜間 zqx', 60, 1, 'b', 'waiting')",
    newId(),
  );
  await run(
    "INSERT INTO declare_rule (org_id, id, position, name, matchers, group_by, severity, page, enabled) VALUES ($1, $2, 1, '規則 zqx', '[]', '{}', 2, true, true)",
    newId(),
  );
  await openCase(room.system(), { ...blip, title: { ja: '瞬断の事例', en: 'A blip' } });
  await run(
    "INSERT INTO improvement (org_id, id, title, text, state, changed_at) VALUES ($1, $2, '予備電源の見直し', '', 'planned', '2026-01-01T00:00:00Z')",
    newId(),
  );
});
afterAll(() => house.close());

const titles = async (said: string, by: 'commander' | 'responder' | 'outsider' = 'commander') =>
  (await findAnything(room.as(by), said)).flatMap(({ things }) => things.map(({ title }) => title));

test('everything that can be found is found, each kind by its own name and address', async () => {
  const kept = await house.clone.query<{ kind: string }>(
    'SELECT DISTINCT kind FROM findable WHERE org_id = $1',
    [room.orgId],
  );
  // What is of a survey is looked for where a survey is (areas/survey/selection/sight.test.ts).
  const here = FOUND_KINDS.filter((kind) => !kind.startsWith('survey-'));
  expect(kept.map(({ kind }) => kind).toSorted()).toEqual(here.toSorted());
  const groups = await findAnything(room.as('commander'), 'zqx');
  expect(groups.map(({ kind }) => kind).toSorted()).toEqual(
    [...REGISTER_NAMES, 'source', 'heartbeat', 'rule'].toSorted(),
  );
  for (const { things } of groups)
    for (const { address } of things) expect(address).toMatch(/^\/(prepare|detect|respond|learn|settings)\//);
});

describe('however it is written', () => {
  test.each([
    ['水野', '水野 湊'],
    ['水', '佐藤 水希'],
    ['Pump', 'North intake Pump'],
    ['ＰＵＭＰ', 'North intake Pump'],
    ['ポンプ', '北部取水ポンプ'],
    ['ぽんぷ', '北部取水ポンプ'],
    ['ﾎﾟﾝﾌﾟ', '北部取水ポンプ'],
    ['サーバ', '中継サーバー'],
    ['さーばー', '中継サーバー'],
    ['コンプレッサ', '送風コンプレッサー'],
    ['コンブレッサ', '送風コンプレッサー'],
    ['intaek', 'North intake Pump'],
    ['pump north', 'North intake Pump'],
    ['p', 'North intake Pump'],
    ['relay-srv', '中継サーバー'],
    ['配水', '配水制御の停止'],
    ['#1', '配水制御の停止'],
    ['＃１', '配水制御の停止'],
    ['1', '配水制御の停止'],
    ['予備電源', '予備電源の見直し'],
    ['ファイヤウォール', '境界ファイアウォール切り離し盤'],
    ['切離し盤', '境界ファイアウォール切り離し盤'],
    ['切り離', '境界ファイアウォール切り離し盤'],
  ])('«%s» finds «%s»', async (said, title) => {
    expect(await titles(said)).toContain(title);
  });

  test.each(['ポンド', 'xyzzy', '#99', '水田', '%', '_', "'", '\\', '~', '^', 'pxxp'])(
    '«%s» finds nothing',
    async (said) => {
      expect(await titles(said)).toEqual([]);
    },
  );
});

test('in the language of whoever reads, with what tells it from its like', async () => {
  const english = await findAnything({ ...room.as('commander'), language: 'en' }, '瞬断の事例');
  expect(english[0]).toMatchObject({ name: 'Cases', things: [{ title: 'A blip', hint: 'Draft' }] });
  const [incidents] = await findAnything(room.as('commander'), '配水制御');
  expect(incidents).toMatchObject({ name: 'インシデント', things: [{ hint: '#1 · 対応中' }] });
  const [people] = await findAnything(room.as('commander'), '水野');
  expect(people?.things[0]?.hint).toMatch(/^水道課 · /);
});

test('a change of name, a removal and a rollback are found as they are', async () => {
  const change = (name: string) =>
    house.clone.query("UPDATE asset SET name = $2 WHERE org_id = $1 AND key = 'intake'", [room.orgId, name]);
  await change('旧取水設備');
  expect(await titles('intake pump')).toEqual([]);
  expect(await titles('旧取水設備')).toEqual(['旧取水設備']);
  await house.clone.query('BEGIN');
  await change('消える名前');
  await house.clone.query('ROLLBACK');
  expect(await titles('消える名前')).toEqual([]);
  await change('North intake Pump');
  await house.clone.query("UPDATE person SET removed_at = now() WHERE org_id = $1 AND name = '佐藤 水希'", [
    room.orgId,
  ]);
  expect(await titles('佐藤')).toEqual([]);
  await house.clone.query("DELETE FROM asset WHERE org_id = $1 AND key = 'pump-1'", [room.orgId]);
  expect(await titles('北部取水')).toEqual([]);
});

test('of more than can be put in order the newest are found, of every kind', async () => {
  await house.clone.query(
    `INSERT INTO asset (org_id, id, key, kind, name, critical, impact_reason, company, class, os, product, product_version, details, changed_at)
     SELECT $1, gen_random_uuid(), 'many-' || n, 'host', '多数の機器 ' || n, false, '', '', '', '', '', '', '{}', '2026-02-01T00:00:00Z'::timestamptz + n * interval '1 s'
     FROM generate_series(1, 2100) AS n`,
    [room.orgId],
  );
  await house.clone.query(
    `INSERT INTO person (org_id, id, name, email, language, roles) VALUES ($1, $2, '多数 一郎', 'many@example.jp', 'ja', '{responder}')`,
    [room.orgId, newId()],
  );
  const found = await titles('多数');
  expect(found).toContain('多数 一郎');
  expect(found).toContain('多数の機器 2100');
});

describe('only what may be seen', () => {
  test('a restricted incident is found by those it is shared with, by no word, number or slip of anybody else', async () => {
    const apart = await IncidentRoom.open(house);
    await apart.declare({ title: '内部不正の調査 insider' });
    await openCase(apart.system(), { ...blip, title: { ja: '内部不正の事例', en: 'Insider' } });
    await house.clone.query('UPDATE learn_case SET incident_id = $1 WHERE org_id = $2', [
      apart.incidentId,
      apart.orgId,
    ]);
    await restrictIncident(apart.as('commander'), apart.incidentId, true);
    const found = async (by: 'commander' | 'responder', said: string) =>
      (await findAnything(apart.as(by), said))
        // Addresses of the people on stage hold digits of all kinds.
        .filter(({ kind }) => kind !== 'person')
        .flatMap(({ things }) => things.map(({ title }) => title));
    expect(await found('commander', '内部不正')).toEqual(['内部不正の調査 insider', '内部不正の事例']);
    for (const said of [
      '内部不正',
      '内',
      '不正',
      'insider',
      'insidre',
      '#2',
      '2',
      '内部不止',
      blip.lessons[0]?.title.ja ?? '',
    ])
      expect(await found('responder', said), said).toEqual([]);
    const lessons = await found('commander', blip.lessons[0]?.title.ja ?? '');
    expect(lessons).toContain(blip.lessons[0]?.title.ja);
  });

  test('an outside party finds incidents it was given, and nothing else', async () => {
    expect(await titles('配水', 'outsider')).toEqual([]);
    await house.clone.query("INSERT INTO share VALUES ($1, 'incident', $2, $3)", [
      room.orgId,
      room.incidentId,
      room.ids.outsider,
    ]);
    expect(await titles('配水', 'outsider')).toEqual(['配水制御の停止']);
    expect(await titles('#1', 'outsider')).toEqual(['配水制御の停止']);
    for (const said of ['水野', '中継', '瞬断', 'zqx']) expect(await titles(said, 'outsider')).toEqual([]);
  });

  test('another organisation finds nothing of ours, and whoever may not see a kind none of it', async () => {
    const other = await IncidentRoom.open(house);
    const found = await findAnything(other.as('commander'), '水野');
    expect(found).toEqual([]);
    const limited = { ...room.as('commander') };
    const actor = { ...limited.actor, permissions: new Set(['incident.read']) };
    expect(await findAnything({ ...limited, actor }, '水野')).toEqual([]);
    await expect(
      findAnything({ ...limited, actor: { ...actor, permissions: new Set() } }, '水野'),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
