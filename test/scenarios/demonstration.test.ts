import { afterEach, beforeEach, expect, test } from 'vitest';
import { organisationIds } from '../../apps/server/auth/store.ts';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { callRoute } from '../../areas/call-route.ts';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import type { Context } from '../../database/transaction.ts';
import { firstAdministrator } from '../browser-like.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await TestHouse.open();
});
afterEach(() => house.close());

/** As whoever administers it sees it. */
const administrator = async (orgId: string): Promise<Context> =>
  house.as(orgId, await house.person(orgId, ['administrator']), ['administrator']);

/** Of these each text is in both languages, or marked as an exercise in both. */
const IN_BOTH = ['learn_case', 'learn_case_version', 'learn_lesson', 'findable', 'pack', 'message'];

/** A name that a line of the ledger bears in both languages, as it stands in the text of a row. */
const NAMED_IN_BOTH =
  '""name"":\\{""en"":""[^"]*"",""ja"":""[^"]*""\\}|""name"":\\{""ja"":""[^"]*"",""en"":""[^"]*""\\}';

/** In which tables of an organisation letters of Japanese stand. */
async function japanese(orgId: string): Promise<string[]> {
  const tables = await house.clone.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'sonae' AND column_name = 'org_id'`,
  );
  const found: string[] = [];
  for (const { name } of tables.filter((table) => !IN_BOTH.includes(table.name))) {
    const rows = await house.clone.query<{ text: string }>(
      `SELECT substring(w.text from '[ぁ-んァ-ヶ一-龠].{0,40}') AS text FROM sonae."${name}" t,
           LATERAL (SELECT regexp_replace(t::text, $2, '', 'g') AS text) AS w
         WHERE t.org_id = $1 AND w.text ~ '[ぁ-んァ-ヶ一-龠]' LIMIT 3`,
      [orgId, NAMED_IN_BOTH],
    );
    found.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return found;
}

test('it is whole in the language it is told in, and the same in both', async () => {
  const ja = await foundDemo(house.assembly.house, house.clock, 'ja');
  const en = await foundDemo(house.assembly.house, house.clock, 'en');
  expect(await japanese(en)).toEqual([]);
  const kinds = (id: string) =>
    house.clone.query('SELECT kind, count(*)::int FROM ledger WHERE org_id = $1 GROUP BY 1 ORDER BY 1', [id]);
  expect(await kinds(en)).toEqual(await kinds(ja));
  const names = await house.clone.query<{ name: string }>(
    `SELECT name FROM asset WHERE org_id = $1 UNION SELECT name FROM person WHERE org_id = $1`,
    [ja],
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter(({ name }) => / \/ |（当直）|（指揮）/.test(name))).toEqual([]);
});

test('the first administrator finds it in the language they register in, whatever it was founded in', async () => {
  await foundDemo(house.assembly.house, house.clock, 'ja');
  const visitor = await firstAdministrator(house);
  const me = await visitor.send('GET', '/api/account/me');
  expect(me.body).toMatchObject({ language: 'en', organisation: { name: 'Nagiura City Water', demo: true } });
  const [first] = (await visitor.send('GET', '/api/prepare/duty')).body['people'] as { name: string }[];
  expect(first?.name).toBe('First');
  expect(await organisationIds(house.assembly.house.database)).toHaveLength(1);
});

test('a year of it is there: people, registers, what is over, what runs, what comes', async () => {
  const orgId = await foundDemo(house.assembly.house, house.clock);
  const ctx = await administrator(orgId);
  expect(await verifyLedger(house.system(orgId))).toMatchObject({
    firstBreak: undefined,
    proofBreak: undefined,
  });
  const { incidents } = await callRoute(ctx, 'GET /api/respond/incidents');
  expect(incidents.map(({ state, drill }) => `${state}${drill ? ' drill' : ''}`)).toEqual([
    'open',
    'closed drill',
    'closed',
    'closed',
  ]);
  const [running] = incidents;
  const declared = Temporal.Instant.from(running?.declaredAt ?? '');
  expect(house.clock.now().since(declared).total('minutes')).toBeCloseTo(14.5, 0);

  const about = { params: { id: running?.id ?? '' } };
  const { headquarters } = await callRoute(ctx, 'GET /api/respond/incidents/:id/headquarters', about);
  expect(headquarters).toMatchObject({ state: 'standing', met: true, seconds: 269 });
  const { tasks } = await callRoute(ctx, 'GET /api/respond/incidents/:id/tasks', about);
  const left = tasks.map(({ dueAt }) =>
    Math.round(
      Temporal.Instant.from(dueAt ?? '')
        .since(house.clock.now())
        .total('seconds'),
    ),
  );
  expect(left.toSorted((a, b) => a - b)).toEqual([150, 480]);
  const desk = await callRoute(ctx, 'GET /api/respond/incidents/:id/desk', about);
  expect(
    desk.statements.map(({ audience, state, approvedBy }) => [audience, state, approvedBy.length]).sort(),
  ).toEqual([
    ['customers', 'sent', 2],
    ['media', 'draft', 1],
  ]);
  const { heartbeats } = await callRoute(ctx, 'GET /api/detect/heartbeats');
  expect(heartbeats.map(({ state, lastAt }) => [state, lastAt !== null])).toEqual([['beating', true]]);
  const { pages } = await callRoute(ctx, 'GET /api/respond/pages');
  expect(pages.map(({ state }) => state)).toEqual(['acknowledged']);

  const unsent = await house.clone.query(
    `SELECT state FROM message WHERE org_id = $1 AND state <> 'accepted' UNION ALL
     SELECT state::text FROM pgboss.job WHERE data->>'orgId' = $1::text`,
    [orgId],
  );
  expect(unsent).toEqual([]);

  const { signals } = await callRoute(ctx, 'GET /api/detect/signals', { query: { state: 'firing' } });
  expect(signals).toHaveLength(3);
  const { hours } = await callRoute(ctx, 'GET /api/detect/signals/hours');
  expect(hours.filter(({ grave, warning, other }) => grave + warning + other > 0)).toHaveLength(24);
  const { cases } = await callRoute(ctx, 'GET /api/learn/cases');
  expect(cases).toHaveLength(11);
  expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(['reviewed']));
  const today = house.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString();
  const { improvements } = await callRoute(ctx, 'GET /api/learn/improvements');
  expect(improvements.map(({ state, dueOn }) => [state, (dueOn ?? '') < today]).sort()).toEqual([
    ['done', true],
    ['planned', false],
    ['planned', true],
  ]);
  const onCall = await callRoute(ctx, 'GET /api/prepare/on-call');
  expect(onCall.rosters.map(({ key, gaps }) => [key, gaps.length])).toEqual([
    ['operations', 0],
    ['systems-on-call', 1],
  ]);
});

test('ten minutes go by: tasks run out as they should, a statement waits, nobody is paged and nothing fails', async () => {
  const orgId = await foundDemo(house.assembly.house, house.clock);
  await administrator(orgId);
  const before = await house.clone.query<{ seq: number }>(
    'SELECT max(seq)::int AS seq FROM ledger WHERE org_id = $1',
    [orgId],
  );
  const due = await house.clone.query<{ kind: string }>(
    'SELECT DISTINCT kind FROM timer WHERE org_id = $1 AND due_at <= $2 ORDER BY 1',
    [orgId, house.clock.now().toString()],
  );
  expect(due.map(({ kind }) => kind)).toEqual([
    'expire-signals',
    'note-readiness',
    'renew-pack',
    'sign-ledger',
  ]);
  for (let second = 0; second < 600; second += 10) {
    while (await house.assembly.timers.runOne());
    house.clock.advance({ seconds: 10 });
  }
  while (await house.assembly.timers.runOne());
  const faults = await house.clone.query(
    'SELECT kind, fault FROM timer WHERE org_id = $1 AND fault IS NOT NULL',
    [orgId],
  );
  expect(faults).toEqual([]);
  const after = await house.clone.query<{ kind: string; n: number }>(
    `SELECT kind, count(*)::int AS n FROM ledger WHERE org_id = $1 AND seq > $2 GROUP BY 1 ORDER BY 1`,
    [orgId, before[0]?.seq],
  );
  expect(after).toEqual([{ kind: 'task.timed-out', n: 2 }]);
});
