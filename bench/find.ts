import type pg from 'pg';
import { call, registerOperator } from '../test/operator.ts';
import { databaseOf, startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const TOTAL = Number(process.env['THINGS'] ?? 100_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 40);
const MOST_MS = 100;

/** What is typed, by kind: how many names it is in differs from nearly all to one, to none. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'one kanji': ['水', '北', '器'],
  'two kanji': ['水野', '配水', '監視'],
  'a word': ['ポンプ', 'サーバー', 'pump', 'gateway'],
  'kana, width, long vowel': ['ぽんぷ', 'ｻｰﾊﾞ', 'ＰＵＭＰ'],
  'a slip': ['gatewya', 'srever', 'コンブレッサ', '下水処狸場'],
  'two words': ['北部 ポンプ', 'pump 4711'],
  'one thing': ['4711', '#3', 'no-such-thing', '存在しない'],
};

const NAME = `(ARRAY['北部','南部','東部','西部','中央','第一','第二','港','山手'])[1 + n % 9]
  || (ARRAY['浄水場','配水池','ポンプ場','水道局','下水処理場','管理棟','サーバー室'])[1 + n % 7] || ' '
  || (ARRAY['ポンプ','監視サーバー','流量計','コンプレッサー','通信装置','データベース','認証','会計','配電盤'])[1 + n % 11 % 9]
  || ' ' || n`;
const LATIN = `(ARRAY['pump','server','router','intake','gateway'])[1 + n % 5]`;

/** What a large operator has: mostly systems, then incidents of many years, people, registers. */
async function fill(client: pg.Client, orgId: string): Promise<void> {
  const asset = Math.floor(TOTAL * 0.7);
  const incident = Math.floor(TOTAL * 0.15);
  const person = Math.floor(TOTAL * 0.1);
  await client.query(
    `INSERT INTO asset (org_id, id, key, kind, name, critical, impact_reason, company, class, os, product, product_version, details, changed_at)
     SELECT $1, gen_random_uuid(), ${LATIN} || '-' || n, 'host', ${NAME}, false, '', '', '', '', '', '', '{}', now() - n * interval '1 minute'
     FROM generate_series(1, $2::int) AS n`,
    [orgId, asset],
  );
  await client.query(
    `INSERT INTO incident (org_id, id, number, title, severity, state, group_key, declared_at)
     SELECT $1, gen_random_uuid(), n, ${NAME} || ' の停止', 2, 'closed', '', now() - n * interval '1 hour'
     FROM generate_series(1, $2::int) AS n`,
    [orgId, incident],
  );
  await client.query(
    `INSERT INTO person (org_id, id, name, email, language, roles)
     SELECT $1, gen_random_uuid(), (ARRAY['水野','佐藤','鈴木','高橋','田中','渡辺','清水'])[1 + n % 7] || ' '
       || (ARRAY['湊','葵','蓮','陽菜','樹'])[1 + n % 5], 'p' || n || '@example.jp', 'ja', '{responder}'
     FROM generate_series(1, $2::int) AS n`,
    [orgId, person],
  );
  await client.query(
    `INSERT INTO register_entry (org_id, register, key, version, entry, changed_at, changed_by)
     SELECT $1, (ARRAY['parties','fallbacks','outlets','rosters','call-trees'])[1 + n % 5], 'entry-' || n, 1,
       jsonb_build_object('name', ${NAME}), now(), 'bench' FROM generate_series(1, $2::int) AS n`,
    [orgId, TOTAL - asset - incident - person],
  );
  await client.query('ANALYZE');
}

async function timed(into: number[], act: () => Promise<unknown>): Promise<void> {
  const started = process.hrtime.bigint();
  await act();
  into.push(Number(process.hrtime.bigint() - started) / 1e6);
}

/** Over HTTP as the palette asks, beside one ILIKE over every name in the same database. */
export async function benchFind(): Promise<void> {
  const sonae = await startSonae();
  try {
    registerOperator(sonae);
    const client = databaseOf(sonae);
    await client.connect();
    const { rows } = await client.query<{ org_id: string }>('SELECT org_id FROM organisation');
    const filling: number[] = [];
    await timed(filling, () => fill(client, rows[0]?.org_id ?? ''));
    const every: number[] = [];
    const scans: number[] = [];
    console.log(
      `finding among ${TOTAL} things (filled in ${((filling[0] ?? 0) / 1_000).toFixed(1)} s), ${ROUNDS} rounds`,
    );
    for (const [kind, said] of Object.entries(SAID)) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        for (const word of said)
          await timed(times, () => call(sonae, `GET /api/search?q=${encodeURIComponent(word)}`));
      told(kind, times);
      every.push(...times);
    }
    for (let round = 0; round < ROUNDS; round += 1)
      for (const word of Object.values(SAID).flat())
        await timed(scans, () =>
          client.query(
            'SELECT kind, id FROM findable WHERE title_ja ILIKE $1 OR also ILIKE $1 ORDER BY changed_at DESC LIMIT 50',
            [`%${word}%`],
          ),
        );
    const size = await client.query<{ index: string; rows: string }>(
      `SELECT pg_size_pretty(pg_relation_size('findable_keys')) AS index, pg_size_pretty(pg_total_relation_size('findable')) AS rows`,
    );
    await client.end();
    told('everything', every);
    told('peer: ILIKE, finds no kana, width or slip', scans);
    console.log(`  ratio of p99 ${(quantile(every, 0.99) / quantile(scans, 0.99)).toFixed(2)}×`);
    console.log(`  index ${size.rows[0]?.index}, with its rows ${size.rows[0]?.rows}`);
    if (quantile(every, 0.99) > MOST_MS) process.exitCode = 1;
  } finally {
    await sonae.stop();
  }
}
