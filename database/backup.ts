import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { StartupError } from './startup-error.ts';

/** pg_dump is not among the npm binaries, so tables are copied one by one in one snapshot. */
const SCHEMAS = ['sonae', 'auth'];
const INDEX = 'backup.json';

interface Index {
  readonly format: 1;
  readonly version: number;
  readonly madeAt: string;
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: number;
  }[];
}

interface TableRow {
  readonly schema: string;
  readonly name: string;
  readonly columns: string[];
}

const quoted = ({ schema, name }: { schema: string; name: string }): string => `"${schema}"."${name}"`;

/** Tables in an order in which every reference points backwards. */
async function listTables(client: pg.Client): Promise<TableRow[]> {
  const { rows } = await client.query<TableRow & { after: string[] }>(
    `SELECT n.nspname AS schema, c.relname AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       ARRAY(SELECT DISTINCT rn.nspname || '.' || r.relname FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
        JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS after
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND NOT (n.nspname = 'sonae' AND c.relname = 'migration')
     ORDER BY 1, 2`,
    [SCHEMAS],
  );
  const done = new Set<string>();
  const ordered: TableRow[] = [];
  while (ordered.length < rows.length) {
    const next = rows.find(
      (row) => !done.has(`${row.schema}.${row.name}`) && row.after.every((name) => done.has(name)),
    );
    if (!next) throw new Error('tables refer to each other in a circle');
    done.add(`${next.schema}.${next.name}`);
    ordered.push(next);
  }
  return ordered;
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'SELECT max(number) AS version FROM sonae.migration',
  );
  return rows[0]?.version ?? 0;
}

/**
 * Writes every table to a folder, all as of one moment; the server may keep running.
 * Jobs under way are not included: what they were to send is in the tables and can be sent again.
 */
export async function backUp(ownerUrl: string, folder: string, now: Temporal.Instant): Promise<Index> {
  const partial = `${folder}.partial`;
  await fs.rm(partial, { recursive: true, force: true });
  await fs.mkdir(partial, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: { name: string; columns: string[]; rows: number }[] = [];
    for (const table of await listTables(client)) {
      const columns = table.columns.map((c) => `"${c}"`).join(', ');
      const copy = client.query(copyTo(`COPY (SELECT ${columns} FROM ${quoted(table)}) TO STDOUT`));
      await pipeline(
        copy,
        createWriteStream(path.join(partial, `${table.schema}.${table.name}.tsv`), { mode: 0o600 }),
      );
      tables.push({
        name: `${table.schema}.${table.name}`,
        columns: table.columns,
        rows: copy.rowCount ?? 0,
      });
    }
    const index: Index = { format: 1, version: await versionOf(client), madeAt: now.toString(), tables };
    await fs.writeFile(path.join(partial, INDEX), JSON.stringify(index, null, 2), { mode: 0o600 });
    await fs.rename(partial, folder);
    return index;
  } finally {
    await client.end();
  }
}

/**
 * Fills an empty database of the same version from a backup, in one transaction.
 * @throws StartupError when the backup cannot be read, is of another version, or the database holds something
 */
export async function restore(
  ownerUrl: string,
  folder: string,
  beforeCommit: () => Promise<void> = async () => {},
): Promise<Index> {
  const text = await fs.readFile(path.join(folder, INDEX), 'utf8').catch(() => {
    throw new StartupError(`${folder} is not a backup: ${INDEX} is missing`);
  });
  const index = JSON.parse(text) as Index;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const version = await versionOf(client);
    if (index.version !== version) {
      throw new StartupError(
        `the backup is of database version ${index.version}, this program makes ${version}: use the Sonae that made the backup`,
      );
    }
    const { rows } = await client.query<{ any: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM sonae.organisation) AS any',
    );
    if (rows[0]?.any)
      throw new StartupError(
        'the database is not empty: restore into a fresh data folder (SONAE_DATA) or database',
      );
    const known = new Map(
      (await listTables(client)).map((table) => [`${table.schema}.${table.name}`, table]),
    );
    await client.query('BEGIN');
    for (const { name, columns } of index.tables) {
      const table = known.get(name);
      if (!table) throw new StartupError(`the backup holds a table ${name} that this version does not have`);
      const target = `${quoted(table)} (${columns.map((c) => `"${c.replaceAll('"', '""')}"`).join(', ')})`;
      const copy = client.query(copyFrom(`COPY ${target} FROM STDIN`));
      await pipeline(createReadStream(path.join(folder, `${name}.tsv`)), copy);
    }
    await client.query('SELECT sonae.revive_after_restore()');
    await beforeCommit();
    await client.query('COMMIT');
    return index;
  } finally {
    await client.end();
  }
}
