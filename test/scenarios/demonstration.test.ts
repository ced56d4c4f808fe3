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
const IN_BOTH = [
  'learn_case',
  'learn_case_version',
  'learn_lesson',
  'findable',
  'pack',
  'message',
  'survey_criteria',
  'survey_selection_record',
];

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

/** The body that surveys operators, as it was laid beside a utility. */
async function bodyBeside(orgId: string): Promise<string> {
  const [peer] = await house.clone.query<{ id: string }>('SELECT id FROM survey_peer WHERE org_id = $1', [
    orgId,
  ]);
  return peer?.id ?? '';
}

test('it is whole in the language it is told in, and the same in both', async () => {
  const ja = await foundDemo(house.assembly.house, house.clock, 'ja');
  const en = await foundDemo(house.assembly.house, house.clock, 'en');
  expect(await japanese(en)).toEqual([]);
  expect(await japanese(await bodyBeside(en))).toEqual([]);
  const kinds = (id: string) =>
    house.clone.query('SELECT kind, count(*)::int FROM ledger WHERE org_id = $1 GROUP BY 1 ORDER BY 1', [id]);
  expect(await kinds(en)).toEqual(await kinds(ja));
  expect(await kinds(await bodyBeside(en))).toEqual(await kinds(await bodyBeside(ja)));
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
  expect(await organisationIds(house.assembly.house.database)).toHaveLength(2);
  expect((me.body['memberships'] as { name: string }[]).map(({ name }) => name)).toEqual([
    'Nagiura City Water',
    'Critical Services Case Survey Office',
  ]);
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

test('the body that surveys operators has a year of reports, nine chosen of them, hearings, a draft, and work on its desk', async () => {
  const orgId = await foundDemo(house.assembly.house, house.clock);
  const bodyId = await bodyBeside(orgId);
  const ctx = await administrator(bodyId);
  expect(await verifyLedger(house.system(bodyId))).toMatchObject({ firstBreak: undefined });

  const fiscal = { from: '2024-04-01T00:00:00+09:00', until: '2025-03-31T23:59:59+09:00', limit: 200 };
  const { reports } = await callRoute(ctx, 'GET /api/survey/reports', { query: fiscal });
  expect(reports.length).toBeGreaterThan(50);
  expect(new Set(reports.map(({ sector }) => sector)).size).toBe(15);
  expect(new Set(reports.map(({ eventType }) => eventType)).size).toBe(8);
  const { reports: all } = await callRoute(ctx, 'GET /api/survey/reports', { query: { limit: 200 } });
  const counted = (of: (report: (typeof all)[number]) => boolean) => all.filter(of).length;
  expect(counted(({ state }) => state === 'withdrawn')).toBe(1);
  expect(counted(({ place }) => place === 'supplement')).toBe(4);
  expect(counted(({ verdict }) => verdict === 'toRevise')).toBe(2);
  expect(counted(({ verdict }) => verdict === 'notOurs')).toBe(1);
  // The newest of them nobody has looked at, and numbers have no gaps.
  expect(all.slice(0, 5).map(({ verdict }) => verdict)).toEqual(Array(5).fill('inReview'));
  expect(Math.max(...all.map(({ number }) => number ?? 0))).toBe(all.length);
  const { operators } = await callRoute(ctx, 'GET /api/survey/silent-operators');
  expect(operators.map(({ name }) => name)).toEqual(['川瀬ガス']);

  const { cycles } = await callRoute(ctx, 'GET /api/survey/cycles');
  expect(cycles.map(({ fiscalYear, state }) => [fiscalYear, state])).toEqual([
    [2025, 'open'],
    [2024, 'hearing'],
  ]);
  const about = { params: { id: cycles[1]?.id ?? '' } };
  const selection = await callRoute(ctx, 'GET /api/survey/cycles/:id/selection', about);
  const picked = selection.ranked.filter((each) => each.picked);
  expect(picked.map(({ reason }) => reason.length > 0)).toEqual(Array(9).fill(true));
  expect(picked.some(({ needs }) => needs.includes('outOfOrder'))).toBe(true);
  const alphas = Object.values(selection.agreement).map(({ alpha }) => alpha ?? 1);
  expect(Math.min(...alphas)).toBeLessThan(0.9);
  expect(selection.records).toHaveLength(1);
  const { hearings } = await callRoute(ctx, 'GET /api/survey/hearings');
  expect(hearings.map(({ state }) => state).sort()).toEqual([
    ...Array<string>(6).fill('completed'),
    'open',
    'planned',
  ]);
  const { cases } = await callRoute(ctx, 'GET /api/learn/cases');
  expect(cases.map(({ state }) => state)).toEqual(['draft']);
  const drafted = await callRoute(ctx, 'GET /api/learn/cases/:id', { params: { id: cases[0]?.id ?? '' } });
  expect(drafted.document.figure.boxes.length).toBeGreaterThan(4);

  // The utility has a report of its own that can be sent as it is.
  const utility = await administrator(orgId);
  const own = await callRoute(utility, 'GET /api/survey/own-reports');
  expect(own.reports.map(({ peerId, version }) => [peerId, version])).toEqual([[bodyId, 0]]);
  const one = await callRoute(utility, 'GET /api/survey/own-reports/:id', {
    params: { id: own.reports[0]?.id ?? '' },
  });
  expect(one.missing).toEqual([]);
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
