import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/clock.ts';
import { TestHouse } from '../../test/house.ts';
import { IncidentRoom } from '../../test/incident-room.ts';
import { callRoute } from '../../test/route-caller.ts';
import { keepEntry } from '../prepare/register-kinds/keep-entry.ts';

const CALLED = '本社ファイアウォールの問い合わせ窓口';

let house: TestHouse;
let room: IncidentRoom;
beforeAll(async () => {
  house = await TestHouse.open();
  room = await IncidentRoom.open(house);
  const run = (text: string) => house.clone.query(text, [room.orgId, newId(), CALLED]);
  await run('UPDATE incident SET title = $3 WHERE org_id = $1 AND $2::uuid IS NOT NULL');
  await run(
    "INSERT INTO person (org_id, id, name, email, language, roles) VALUES ($1, $2, $3, 'desk@example.jp', 'ja', '{responder}')",
  );
  await run(
    "INSERT INTO source (org_id, id, kind, name, settings, key_hash) VALUES ($1, $2, 'generic', $3, '{}', 'a')",
  );
  await run(
    "INSERT INTO heartbeat (org_id, id, name, every_seconds, grace_seconds, key_hash, state) VALUES ($1, $2, $3, 60, 1, 'b', 'waiting')",
  );
  await run(
    `INSERT INTO declare_rule (org_id, id, position, name, matchers, group_by, severity, page, enabled)
     VALUES ($1, $2, 1, $3, '[{"field": "host", "operator": "present", "values": []}]', '{}', 2, true, true)`,
  );
  await run(
    "INSERT INTO improvement (org_id, id, title, text, state, changed_at) VALUES ($1, $2, $3, '', 'planned', '2026-01-01T00:00:00Z')",
  );
  await keepEntry(room.system(), 'parties', 0, { key: 'desk', name: CALLED, kind: 'contractor' });
});
afterAll(() => house.close());

/** How many a list has for a search. */
const LISTS = {
  incidents: async (search: string) =>
    (await callRoute(room.system(), 'GET /api/respond/incidents', { query: { search } })).incidents.length,
  people: async (search: string) =>
    (await callRoute(room.system(), 'GET /api/prepare/people', { query: { search } })).people.length,
  parties: async (search: string) =>
    (
      await callRoute(room.system(), 'GET /api/prepare/registers/:register', {
        params: { register: 'parties' },
        query: { search },
      })
    ).entries.length,
  sources: async (search: string) =>
    (await callRoute(room.system(), 'GET /api/detect/sources', { query: { search } })).sources.length,
  heartbeats: async (search: string) =>
    (await callRoute(room.system(), 'GET /api/detect/heartbeats', { query: { search } })).heartbeats.length,
  rules: async (search: string) =>
    (await callRoute(room.system(), 'GET /api/respond/rules', { query: { search } })).rules.length,
  improvements: async (search: string) =>
    (await callRoute(room.system(), 'GET /api/learn/improvements', { query: { search } })).improvements
      .length,
} as const;

describe.each(Object.entries(LISTS))('the list of %s', (_, count) => {
  test.each([
    '問い合わせ',
    '問合せ',
    '問合わせ',
    'ファイヤウォール',
    'ﾌｧｲｱｳｫｰﾙ',
    'ふぁいあうぉーる',
    '窓口　本社',
  ])('«%s» finds it', async (search) => {
    expect(await count(search)).toBe(1);
  });

  test.each(['問い合わせる', '窓口 支社', '%', '_'])('«%s» does not', async (search) => {
    expect(await count(search)).toBe(0);
  });
});
