import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationIds } from '../../apps/server/auth/store.ts';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { ROLES, type Role } from '../../areas/roles.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';
import { rounds } from '../rounds.ts';
import { type Palette, seeded } from './drawing.ts';
import { Ids, letIn } from './ground.ts';
import { drawRequest, OPERATIONS } from './operations.ts';

const SEED = Number(process.env['SONAE_SEED'] ?? 20_261_130);
/** Stands in every text the other organisation holds. */
const MARK = 'ZQXWV';
/** How often each role asks each operation. */
const TIMES = rounds(3);

let house: TestHouse;
let ours: string;
let theirs: string;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  for (const _ of ['ours', 'theirs']) await foundDemo(house.assembly.house, house.clock);
  [ours = '', theirs = ''] = await organisationIds(house.assembly.house.database);
  while (await house.assembly.timers.runOne());
  await fill(theirs);
});
afterAll(() => house.close());

/** Uses an organisation in every way there is, so that there is something to be had of everything, with the mark in it. */
async function fill(orgId: string): Promise<void> {
  const random = seeded(SEED);
  const ids = new Ids(random);
  const palette: Palette = {
    random,
    odd: 0,
    id: (hint) => ids.pick(hint),
    text: () => `${MARK} ${Math.floor(random() * 1_000)}`,
  };
  let { visitor } = await letIn(house, orgId, ['administrator']);
  const acts = OPERATIONS.filter(({ method }) => method === 'POST' || method === 'PUT');
  for (let round = 0; round < 3; round += 1) {
    await ids.harvest(house, orgId);
    for (const operation of acts) {
      const { method, url, body } = drawRequest(operation, palette);
      const { status } = await visitor.send(method, url, body);
      if (status === 401) ({ visitor } = await letIn(house, orgId, ['administrator']));
    }
  }
}

/** In how many tables the mark stands. */
async function markedTables(): Promise<number> {
  let marked = 0;
  for (const name of Object.keys(await fingerprints(theirs))) {
    const rows = await house.clone.query(
      `SELECT 1 FROM "${name}" t WHERE org_id = $1 AND t::text LIKE '%${MARK}%' LIMIT 1`,
      [theirs],
    );
    marked += rows.length;
  }
  return marked;
}

const idsIn = (text: string): readonly string[] =>
  text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];

/** What there is of an organisation, table by table. */
async function fingerprints(orgId: string): Promise<Record<string, string>> {
  const tables = await house.clone.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'sonae' AND c.column_name = 'org_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await house.clone.query<{ sum: string }>(
      `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM "${name}" t WHERE org_id = $1`,
      [orgId],
    );
    found[name] = row?.sum ?? '';
  }
  return found;
}

test('whoever somebody is, another organisation’s ids give them nothing and change nothing', async () => {
  const random = seeded(SEED + 1);
  const foreign = new Ids(random);
  await foreign.harvest(house, theirs);
  const strangers = new Set(foreign.all.filter((id) => /^[0-9a-f-]{36}$/.test(id)));
  const own = new Ids(random);
  await own.harvest(house, ours);
  for (const id of own.all) strangers.delete(id);
  const palette: Palette = {
    random,
    odd: 0,
    id: (hint) => foreign.pick(hint),
    text: () => 'text',
  };
  const before = await fingerprints(theirs);
  expect(await markedTables(), 'there is something to be had').toBeGreaterThan(20);
  const leaks: string[] = [];
  const broken: string[] = [];
  let asked = 0;
  for (const role of Object.keys(ROLES) as Role[]) {
    let { visitor } = await letIn(house, ours, [role]);
    for (let time = 0; time < TIMES; time += 1)
      for (const operation of OPERATIONS) {
        // Who may read the register may have it on paper: that is one question, asked by two.
        if (operation.slow && role !== 'administrator' && role !== 'contractor') continue;
        const { key, method, url, body } = drawRequest(operation, palette);
        const { status, text } = await visitor.send(method, url, body);
        asked += 1;
        if (status === 401) ({ visitor } = await letIn(house, ours, [role]));
        if (status >= 500) broken.push(`${role} ${key} ${status} ${text.slice(0, 200)}`);
        // What somebody of ours has sent they may read again; everything else of theirs is theirs.
        for (const id of idsIn(`${url} ${JSON.stringify(body ?? '')}`)) strangers.delete(id);
        if (text.includes(MARK) || text.includes(theirs))
          leaks.push(`${role} ${key} ${url} ${text.slice(0, 200)}`);
        for (const id of idsIn(text)) if (strangers.has(id)) leaks.push(`${role} ${key} tells of ${id}`);
      }
  }
  expect(asked).toBeGreaterThan(1_000);
  expect(leaks).toEqual([]);
  expect(broken).toEqual([]);
  expect(await fingerprints(theirs)).toEqual(before);
});
