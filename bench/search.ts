import fs from 'node:fs';
import type pg from 'pg';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { searchedText } from '../areas/learn/cases/store.ts';
import { call, registerOperator } from '../test/operator.ts';
import { databaseOf, startSonae } from '../test/processes.ts';

const TOTAL = Number(process.env['CASES'] ?? 20_000);
const CASES = new URL('../cases/', import.meta.url);
/** Words in both languages: some in every case, some in few, some in one, some in none; with filters and without. */
const WORDS = [
  'サーバー',
  '瞬断',
  '証明書',
  'ランサムウェア',
  '訓練',
  'ﾘﾚｰ',
  'certificate',
  'relay server',
  '第4711号',
  '存在しない語',
];
const FILTERS = ['', '&theme=drills', '&group=cyberAttack&party=attacker'];
const ROUNDS = 10;

/** Cases as they would come over the years: the nine again and again, each with a number of its own. */
async function shelve(client: pg.Client, orgId: string): Promise<void> {
  const nine = fs
    .readdirSync(CASES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));
  await client.query(
    `INSERT INTO learn_case (org_id, id, state, version, document, folded, title_folded, head_folded, title, cause_group, lessons, kinds, themes, needs, changed_at, changed_by)
     SELECT $1, gen_random_uuid(), 'reviewed', 1, d, find_fold(f || ' 第' || n || '号 no. ' || n), find_fold(d->>'title'), find_fold(d->>'summary'), d->'title', d->>'causeGroup',
       jsonb_array_length(d->'lessons'),
       ARRAY(SELECT DISTINCT b->>'kind' FROM jsonb_array_elements(d#>'{figure,boxes}') b),
       ARRAY(SELECT DISTINCT t FROM jsonb_array_elements(d->'lessons') l, jsonb_array_elements_text(l->'themes') t), '{}',
       '2026-01-01'::timestamptz + n * interval '1 minute', 'bench'
     FROM generate_series(1, $2::int) AS n,
       LATERAL (SELECT ($3::jsonb[])[1 + n % 9] AS d, ($4::text[])[1 + n % 9] AS f) AS base`,
    [orgId, TOTAL, nine.map((each) => JSON.stringify(each)), nine.map(searchedText)],
  );
  await client.query('ANALYZE learn_case');
}

const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;

/** Text search over HTTP, against the same database looking through every text without the index. */
export async function benchSearch(): Promise<void> {
  const sonae = await startSonae();
  try {
    registerOperator(sonae);
    const client = databaseOf(sonae);
    await client.connect();
    const { rows } = await client.query<{ org_id: string }>('SELECT org_id FROM organisation');
    await shelve(client, rows[0]?.org_id ?? '');
    const times: number[] = [];
    const scans: number[] = [];
    const timed = async (into: number[], act: () => Promise<unknown>) => {
      const started = process.hrtime.bigint();
      await act();
      into.push(Number(process.hrtime.bigint() - started) / 1e6);
    };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const word of WORDS)
        for (const filter of FILTERS)
          await timed(times, () =>
            call(sonae, `GET /api/learn/cases?search=${encodeURIComponent(word)}${filter}`),
          );
    for (const word of WORDS)
      await timed(scans, () =>
        client.query('SELECT id FROM learn_case WHERE folded LIKE $1 ORDER BY changed_at DESC LIMIT 50', [
          `%${word}%`,
        ]),
      );
    const size = await client.query<{ index: string; texts: string }>(
      `SELECT pg_size_pretty(pg_relation_size('learn_case_grams')) AS index, pg_size_pretty(pg_total_relation_size('learn_case')) AS texts`,
    );
    await client.end();
    for (const list of [times, scans]) list.sort((a, b) => a - b);
    console.log(`search over ${TOTAL} cases, ${WORDS.length} words × ${FILTERS.length} filters × ${ROUNDS}`);
    console.log(
      `  Sonae, over HTTP            p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
    );
    console.log(
      `  PostgreSQL, every text      p50 ${percentile(scans, 0.5).toFixed(1)} ms, p95 ${percentile(scans, 0.95).toFixed(1)} ms`,
    );
    console.log(
      `  ratio of p95                ${(percentile(times, 0.95) / percentile(scans, 0.95)).toFixed(3)}×`,
    );
    console.log(`  index ${size.rows[0]?.index} on disk and in the cache, cases ${size.rows[0]?.texts}`);
    if (percentile(times, 0.95) > 50) process.exitCode = 1;
  } finally {
    await sonae.stop();
  }
}
