import type pg from 'pg';
import { startingLists } from '../areas/survey/editions/starting-lists.ts';
import { call, registerOperator } from '../test/operator.ts';
import { databaseOf, startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const TOTAL = Number(process.env['REPORTS'] ?? 100_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 20);
const MOST = { queue: 100, statistics: 300 } as const;
const FROM = '2019-04-01';
const YEARS = 5;

/** What a desk narrows its queue down to: much, little, nothing; early and late in the years. */
const FILTERS = [
  '',
  'verdict=inReview',
  'verdict=toRevise&sector=water',
  'sector=ports&eventType=execution',
  'sector=power&verdict=inReview&door=fax',
  'state=withdrawn',
  'state=draft',
  'place=supplement&eventType=leak',
  'door=package&verdict=notOurs',
  'from=2019-05-01T00:00:00Z&until=2019-05-08T00:00:00Z',
  'from=2019-05-01T00:00:00Z&until=2020-05-08T00:00:00Z&verdict=passed',
  'from=2021-05-01T00:00:00Z&until=2021-08-08T00:00:00Z&sector=gas&eventType=omen',
];
/** What is typed: how many reports hold it differs from all to one, to none. */
const SAID = [
  '水',
  '電力',
  '配水',
  'サーバー',
  'ｻｰﾊﾞ',
  '停止',
  '北部 停止',
  'r-04711',
  '4711',
  'gateway',
  '存在しない',
  '水 存在しない',
];
const WITH = ['', '&verdict=inReview', '&sector=ports&eventType=execution'];

const of = (keys: readonly string[], by: string): string =>
  `(ARRAY['${keys.join("','")}'])[1 + (${by}) % ${keys.length}]`;

/** Rows by the hundred thousand: indexes are made and what triggers keep is filled once all are there. */
async function filling(client: pg.Client, act: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes i WHERE schemaname = 'sonae' AND tablename LIKE 'survey\\_%'
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX sonae.${name}`);
  await client.query(`SET session_replication_role = replica`);
  await act();
  await client.query(
    `INSERT INTO survey_passed SELECT s.* FROM (SELECT array_agg(org_id) AS orgs, array_agg(id) AS reports FROM survey_report) AS r,
       survey_stretches(r.orgs, r.reports) AS s`,
  );
  await client.query(`SET session_replication_role = origin`);
  await client.query(`SET maintenance_work_mem = '256MB'`);
  for (const { made } of indexes) await client.query(made);
}

/** Reports of five years: a third with a second version, verdicts that change, the desk behind with the newest. */
export async function fill(client: pg.Client, orgId: string): Promise<void> {
  const lists = startingLists();
  const keys = (list: 'sectors' | 'eventTypes' | 'causes') => lists[list].entries.map(({ key }) => key);
  await client.query(
    `CREATE TEMPORARY TABLE filled AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS event, t,
       ${of(keys('sectors'), 'n * 7 % 31')} AS sector, ${of(keys('eventTypes'), 'n * 13 % 23')} AS type,
       ARRAY[${of(keys('causes'), 'n * 11 % 37')}] || CASE WHEN n % 3 = 0 THEN ARRAY[${of(keys('causes'), 'n % 17')}] ELSE '{}' END AS causes,
       (ARRAY['北部','南部','東部','西部','中央','港'])[1 + n % 6] || (ARRAY['電力','水道','ガス','鉄道','病院','銀行','空港'])[1 + n % 7] AS operator,
       (ARRAY['配水監視','受付','決済','予約','検針'])[1 + n % 5] || (ARRAY['サーバー','システム','端末','gateway'])[1 + n % 4] || 'の停止 ' || n AS title
     FROM (SELECT n, timestamptz '${FROM}T00:00+09' + n * (interval '1 year' * ${YEARS} / $1::integer) AS t FROM generate_series(1, $1::integer) AS n) AS numbers`,
    [TOTAL],
  );
  await client.query(
    `INSERT INTO survey_report (org_id, id, number, state, door, operator_name, title, sector, event_type, causes, reached, occurred_at, noticed_at,
       version, stage, verdict, submitted_at, latest_at, event_id, place, draft_seen, withdrawn_reason, folded)
     SELECT $1, id, n, CASE WHEN n % 50 = 0 THEN 'withdrawn' ELSE 'received' END, ${of(['visit', 'link', 'form', 'package', 'telephone', 'fax', 'mail'], 'n')},
       operator, title, sector, type, causes, '{}', t - interval '1 day', t - interval '5 hours', CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END,
       CASE WHEN n % 3 = 0 THEN 'final' ELSE 'first' END,
       CASE WHEN n > $2::integer - 500 THEN 'inReview' WHEN n % 60 = 7 THEN 'notOurs' WHEN n % 90 = 8 THEN 'toRevise' ELSE 'passed' END,
       t, t + CASE WHEN n % 3 = 0 THEN interval '20 days' ELSE '0' END,
       CASE WHEN n % 40 = 1 AND n > 1 THEN previous ELSE event END,
       CASE WHEN n % 40 = 1 AND n > 1 THEN 'supplement' ELSE 'primary' END, 0, '', find_fold('r-' || lpad(n::text, 4, '0') || ' ' || title || ' ' || operator)
     FROM (SELECT *, lag(event) OVER (ORDER BY n) AS previous FROM filled) AS filled`,
    [orgId, TOTAL],
  );
  await client.query(
    `INSERT INTO survey_report_version (org_id, report_id, version, stage, door, sender, content, differences, sha256, submitted_at, received_at)
     SELECT $1, id, v, CASE v WHEN 1 THEN 'first' ELSE 'final' END, 'mail', '', json_build_object(
         'operator', json_build_object('name', operator), 'title', title, 'outline', json_build_object('is', 'value', 'value', repeat('業務の一部が停止した。', 30)),
         'sector', json_build_object('is', 'value', 'value', sector), 'eventType', json_build_object('is', 'value', 'value', type),
         'causes', json_build_object('is', 'value', 'value', causes),
         'times', json_build_object(
           'occurred', CASE WHEN n % 5 = 0 THEN json_build_object('is', 'notKnown') ELSE json_build_object('is', 'value', 'value', json_build_object('at', t - interval '5 hours' - (n % 997) * interval '3 minutes', 'precision', 'minute')) END,
           'noticed', json_build_object('is', 'value', 'value', json_build_object('at', t - interval '5 hours', 'precision', CASE WHEN n % 9 = 0 THEN 'day' ELSE 'minute' END)),
           'restored', json_build_object('is', 'value', 'value', json_build_object('at', t + (n % 1499) * interval '7 minutes', 'precision', 'hour'))),
         'effect', json_build_object('service', json_build_object('is', 'value', 'value', json_build_object('text', '停止', 'level', n % 5)),
           'sectors', json_build_object('is', 'value', 'value', CASE WHEN n % 4 = 0 THEN ARRAY['gas'] ELSE '{}'::text[] END),
           'levelMissed', json_build_object('is', 'value', 'value', n % 6 = 0)),
         'systems', json_build_array(json_build_object('id', 's1', 'name', '業務', 'kind', (ARRAY['system','network','platform'])[1 + n % 3])),
         'measures', CASE WHEN n % 2 = 0 THEN json_build_object('is', 'value', 'value', '手順を見直す') ELSE json_build_object('is', 'notStated') END),
       '[]', '', t + (v - 1) * interval '20 days', t + (v - 1) * interval '20 days'
     FROM filled, generate_series(1, CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END) AS v`,
    [orgId],
  );
  await client.query(
    `INSERT INTO survey_verdict (org_id, id, report_id, version, verdict, reason, at, by)
     SELECT $1, gen_random_uuid(), id, v, CASE WHEN v = 2 OR n % 3 <> 0 THEN CASE WHEN n % 60 = 7 THEN 'notOurs' WHEN n % 90 = 8 THEN 'toRevise' ELSE 'passed' END ELSE 'passed' END,
       '', t + (v - 1) * interval '20 days' + interval '2 days', 'desk'
     FROM filled, generate_series(1, CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END) AS v WHERE n <= $2::integer - 500`,
    [orgId, TOTAL],
  );
  // The same in a table nobody guards, for the peer.
  await client.query(
    `CREATE TABLE public.bare AS SELECT n AS number, sector, type, causes, operator, title, t AS submitted_at, t - interval '5 hours' AS noticed_at, 'passed' AS verdict FROM filled`,
  );
}

async function timed(into: number[], act: () => Promise<unknown>): Promise<void> {
  const started = process.hrtime.bigint();
  await act();
  into.push(Number(process.hrtime.bigint() - started) / 1e6);
}

const window = (from: number, years: number): string => `from=${from}-04-01&until=${from + years}-03-31`;

/** Over HTTP as the screens ask, beside the same questions in plain SQL over a bare table without walls and histories. */
export async function benchSurvey(): Promise<void> {
  const sonae = await startSonae();
  try {
    registerOperator(sonae);
    const client = databaseOf(sonae);
    await client.connect();
    // The server ends before it where a question fails: that failure is what is told.
    client.on('error', () => undefined);
    const { rows } = await client.query<{ org_id: string }>('SELECT org_id FROM organisation');
    const filled: number[] = [];
    await timed(filled, () => filling(client, () => fill(client, rows[0]?.org_id ?? '')));
    await client.query('VACUUM ANALYZE');
    console.log(
      `${TOTAL} reports of ${YEARS} years (filled in ${((filled[0] ?? 0) / 1_000).toFixed(1)} s), ${ROUNDS} rounds`,
    );
    const asked = async (questions: readonly string[]): Promise<number[]> => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        for (const question of questions) await timed(times, () => call(sonae, `GET ${question}`));
      return times;
    };
    const reports = (query: string) => `/api/survey/reports?${query}`;
    const queue: number[] = [];
    for (const filter of FILTERS) {
      const times = await asked([reports(filter)]);
      told(`queue ${filter}`, times);
      queue.push(...times);
    }
    const search: number[] = [];
    for (const word of SAID) {
      const times = await asked(WITH.map((more) => reports(`search=${encodeURIComponent(word)}${more}`)));
      told(`search ${word}`, times);
      search.push(...times);
    }
    const year = await asked([2019, 2021, 2023].map((from) => `/api/survey/statistics?${window(from, 1)}`));
    const then = await asked([`/api/survey/statistics?${window(2021, 1)}&cutoff=2022-04-10T00:00:00Z`]);
    const all = await asked([`/api/survey/statistics?${window(2019, YEARS)}`]);
    const { rows: some } = await client.query<{ id: string }>(
      `SELECT id FROM survey_report WHERE number % $1 = 3 AND state = 'received' ORDER BY number LIMIT 5`,
      [Math.floor(TOTAL / 5)],
    );
    const alike = await asked(some.map(({ id }) => `/api/survey/reports/${id}/suggestions`));
    const plain: number[] = [];
    const scans: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const word of SAID)
        await timed(scans, () =>
          client.query(
            `SELECT * FROM public.bare WHERE title ILIKE $1 OR operator ILIKE $1 ORDER BY submitted_at DESC LIMIT 50`,
            [`%${word}%`],
          ),
        );
      await timed(plain, async () => {
        await client.query(
          `SELECT date_trunc('quarter', submitted_at), type, sector, count(*) FROM public.bare WHERE verdict = 'passed' GROUP BY 1, 2, 3`,
        );
        await client.query(
          `SELECT c, count(*) FROM public.bare, unnest(causes) AS c WHERE verdict = 'passed' GROUP BY 1`,
        );
        for (let span = 0; span < 3; span += 1)
          await client.query(
            `SELECT percentile_disc(ARRAY[.25, .5, .75]) WITHIN GROUP (ORDER BY submitted_at - noticed_at - number * interval '1 second') FROM public.bare`,
          );
      });
    }
    await client.end();
    told('queue, every filter', queue);
    told('search, every word', search);
    told('peer: ILIKE over a bare table', scans);
    told('reports that may tell of the same event', alike);
    told('statistics of one year', [...year, ...then]);
    told(`statistics of ${YEARS} years`, all);
    told('peer: five plain queries, no cut-off, no walls', plain);
    console.log(
      `  ratio of p99: search ${(quantile(search, 0.99) / quantile(scans, 0.99)).toFixed(2)}×, statistics of all ${(quantile(all, 0.99) / quantile(plain, 0.99)).toFixed(2)}×`,
    );
    const missed =
      quantile([...queue, ...search], 0.99) > MOST.queue ||
      quantile([...year, ...then, ...all], 0.99) > MOST.statistics;
    if (missed) process.exitCode = 1;
  } finally {
    await sonae.stop();
  }
}
