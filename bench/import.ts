import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import writeExcelFile from 'write-excel-file/node';
import { call, keyOf, registerOperator } from '../test/operator.ts';
import { databaseOf, type Running, startSonae } from '../test/processes.ts';

const HOSTS = 36_000;
const SITES = 60;
const BAR_S = 20;
const HEAD = ['key', 'kind', 'name', 'os', 'company', 'site', 'connects through'];

/** Hosts at sites, each behind one of forty relays. */
const ROWS: readonly (readonly string[])[] = [
  ...Array.from({ length: SITES }, (_, n) => [`site-${n}`, 'site', `拠点${n}`, '', '', '', '']),
  ...Array.from({ length: 40 }, (_, n) => [`relay-${n}`, 'interface', `中継${n}`, '', '', '', '']),
  ...Array.from({ length: HOSTS }, (_, n) => [
    `host-${n}`,
    'host',
    `端末${n}`,
    `OS ${n % 5}`,
    `会社${n % 7}`,
    `site-${n % SITES}`,
    `relay-${n % 40}`,
  ]),
];

interface View {
  readonly state: string;
  readonly counts: { readonly faulty: number };
}

async function reaches(sonae: Running, id: string, state: string): Promise<View> {
  for (;;) {
    const view = (await call(sonae, `GET /api/prepare/imports/${id}`)) as unknown as View;
    if (view.state === state) return view;
    if (view.state === 'failed') throw new Error(JSON.stringify(view));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function letIn(
  sonae: Running,
  format: 'csv' | 'xlsx',
  content: Uint8Array,
): Promise<readonly [number, number]> {
  const begun = performance.now();
  const answer = await fetch(`${sonae.baseUrl}/api/prepare/imports?name=f.${format}&format=${format}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keyOf(sonae)}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(content),
  });
  const { id } = (await answer.json()) as { id: string };
  const { counts } = await reaches(sonae, id, 'checked');
  if (counts.faulty > 0) throw new Error(`${counts.faulty} rows are faulty`);
  const checked = performance.now();
  await call(sonae, `POST /api/prepare/imports/${id}/apply`, {});
  await reaches(sonae, id, 'applied');
  return [(checked - begun) / 1_000, (performance.now() - checked) / 1_000];
}

/** What a loader without checks, edges, versions or a ledger takes: the same CSV parsed and copied into a bare table. */
async function copied(client: pg.Client, csv: string): Promise<number> {
  const begun = performance.now();
  const rows = parse(csv) as string[][];
  await client.query(
    'CREATE TABLE public.bare (key text PRIMARY KEY, kind text, name text, os text, company text, site text, relay text)',
  );
  const lines = rows.slice(1).map((row) => `${row.join('\t')}\n`);
  await pipeline(Readable.from(lines), client.query(copyFrom('COPY public.bare FROM STDIN')));
  return (performance.now() - begun) / 1_000;
}

/** 36,000 hosts from a file: looked at row by row, then let in. */
export async function benchImport(): Promise<void> {
  const csv = [HEAD, ...ROWS].map((row) => row.join(',')).join('\n');
  const cell = (value: string) => ({ value, type: String });
  const xlsx = await writeExcelFile([HEAD.map(cell), ...ROWS.map((row) => row.map(cell))]).toBuffer();
  console.log(`import of ${ROWS.length} rows with ${HOSTS * 2} edges`);
  for (const [format, content] of [
    ['csv', Buffer.from(csv)],
    ['xlsx', xlsx],
  ] as const) {
    const sonae = await startSonae();
    try {
      registerOperator(sonae);
      const [check, apply] = await letIn(sonae, format, content);
      console.log(
        `  Sonae, ${format.padEnd(20)} ${(check + apply).toFixed(1)} s: looked at in ${check.toFixed(1)} s, let in in ${apply.toFixed(1)} s (bar ${BAR_S} s)`,
      );
      if (check + apply > BAR_S) process.exitCode = 1;
      if (format === 'xlsx') continue;
      const client = databaseOf(sonae);
      await client.connect();
      const bare = await copied(client, csv);
      await client.end();
      console.log(`  parsed and copied, bare    ${bare.toFixed(2)} s`);
      console.log(`  ratio                      ${((check + apply) / bare).toFixed(1)}×`);
    } finally {
      await sonae.stop();
    }
  }
}
