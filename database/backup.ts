import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { keepQuiet } from './quiet.ts';
import { StartupError } from './startup-error.ts';
import { flushFolder, makeFolders } from './write-through.ts';

/** pg_dump is not among the npm binaries, so tables are copied one by one in one snapshot. */
const SCHEMAS = ['sonae', 'auth'];
/** How the database stands is the program's; what can be found and what is counted is filled again by the rows it was filled from. */
const LEFT_OUT = ['migration', 'findable', 'survey_passed'];
const INDEX = 'backup.json';

interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the file's bytes. Backups of format 1 have none. */
  readonly sha256?: string;
}

interface Index {
  readonly format: 1 | 2;
  /** Of the database's structure: the number of its last migration. */
  readonly version: number;
  readonly madeAt: string;
  readonly tables: readonly BackedUpTable[];
  /** Checksums of the files besides the tables, by name. Backups of format 1 have none. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A file that belongs to the backup besides the tables. */
export interface Beside {
  readonly name: string;
  readonly content: Uint8Array;
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
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND NOT (n.nspname = 'sonae' AND c.relname = ANY ($2))
     ORDER BY 1, 2`,
    [SCHEMAS, LEFT_OUT],
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

/** Bytes to a file that is on the disk when this resolves. @returns their checksum */
async function writeDown(file: string, content: NodeJS.ReadableStream | Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const bytes = content instanceof Uint8Array ? [content] : content;
  await pipeline(bytes, hashing, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  return hash.digest('hex');
}

/**
 * Writes every table to a folder, all as of one moment; the server may keep running. When this resolves the backup is on
 * the disk, whole: a power cut a moment later leaves it as it is, one before leaves no folder of that name.
 * Jobs under way are not included: what they were to send is in the tables and can be sent again.
 */
export async function backUp(
  ownerUrl: string,
  folder: string,
  now: Temporal.Instant,
  beside: readonly Beside[] = [],
): Promise<Index> {
  const partial = `${folder}.partial`;
  await fs.rm(partial, { recursive: true, force: true });
  makeFolders(partial, 0o700);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: BackedUpTable[] = [];
    for (const table of await listTables(client)) {
      const columns = table.columns.map((c) => `"${c}"`).join(', ');
      const copy = client.query(copyTo(`COPY (SELECT ${columns} FROM ${quoted(table)}) TO STDOUT`));
      const name = `${table.schema}.${table.name}`;
      const sha256 = await writeDown(path.join(partial, `${name}.tsv`), copy);
      tables.push({ name, columns: table.columns, rows: copy.rowCount ?? 0, sha256 });
    }
    const sums: Record<string, string> = {};
    for (const { name, content } of beside) sums[name] = await writeDown(path.join(partial, name), content);
    const version = await versionOf(client);
    const index: Index = { format: 2, version, madeAt: now.toString(), tables, beside: sums };
    await writeDown(path.join(partial, INDEX), Buffer.from(JSON.stringify(index, null, 2)));
    flushFolder(partial);
    await fs.rename(partial, folder);
    flushFolder(path.dirname(folder));
    return index;
  } finally {
    await client.end();
  }
}

/**
 * What a backup says of itself, once every file of it was held against its checksum.
 * @throws StartupError when it is no backup, or a file is missing or not as it was written, with the table named
 */
export async function readBackup(folder: string): Promise<Index> {
  const text = await fs.readFile(path.join(folder, INDEX), 'utf8').catch(() => {
    throw new StartupError(`${folder} is not a backup: ${INDEX} is missing`);
  });
  const index = indexIn(text);
  if (!index) throw damaged(folder, `${INDEX} cannot be read`);
  for (const { name, sha256 } of index.tables)
    await holdAgainst(folder, `${name}.tsv`, `the table ${name}`, sha256);
  for (const [name, sha256] of Object.entries(index.beside ?? {}))
    await holdAgainst(folder, name, `the file ${name}`, sha256);
  return index;
}

async function holdAgainst(
  folder: string,
  file: string,
  what: string,
  sha256: string | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path.join(folder, file)), hash).catch(() => {
    throw damaged(folder, `${what} is missing`);
  });
  if (sha256 !== undefined && hash.digest('hex') !== sha256)
    throw damaged(folder, `${what} is not as it was written`);
}

function indexIn(text: string): Index | undefined {
  try {
    const index = JSON.parse(text) as Partial<Index> | null;
    return Array.isArray(index?.tables) && typeof index.version === 'number' ? (index as Index) : undefined;
  } catch {
    return undefined;
  }
}

const damaged = (folder: string, what: string): StartupError =>
  new StartupError(`the backup ${folder} is damaged: ${what}. Restore another one; nothing was changed`);

/**
 * Fills an empty database of the backup's version, in one transaction. The copy keeps quiet until it is woken, so that a
 * backup can be tried while the original works.
 * @throws StartupError when the backup is damaged or of another version, or the database holds something
 */
export async function restore(
  ownerUrl: string,
  folder: string,
  now: Temporal.Instant,
  beforeCommit: () => Promise<void> = async () => {},
): Promise<Index> {
  const index = await readBackup(folder);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const version = await versionOf(client);
    if (index.version !== version) {
      throw new StartupError(
        `the backup is of database version ${index.version}, the database is of ${version}: ${
          version > index.version
            ? 'restore it into a fresh data folder (SONAE_DATA) or database'
            : 'restore it with a Sonae that is at least as new'
        }`,
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
    for (const { name, columns, rows: written } of index.tables) {
      const table = known.get(name);
      if (!table) throw new StartupError(`the backup holds a table ${name} that this version does not have`);
      const target = `${quoted(table)} (${columns.map((c) => `"${c.replaceAll('"', '""')}"`).join(', ')})`;
      const copy = client.query(copyFrom(`COPY ${target} FROM STDIN`));
      await pipeline(createReadStream(path.join(folder, `${name}.tsv`)), copy);
      // Backups of format 1 have no checksums; a file cut at the end of a line is still noticed.
      if (copy.rowCount !== written)
        throw damaged(folder, `the table ${name} holds ${copy.rowCount} of ${written} rows`);
    }
    await client.query('SELECT sonae.revive_after_restore()');
    await keepQuiet(client, now);
    await beforeCommit();
    await client.query('COMMIT');
    return index;
  } finally {
    await client.end();
  }
}
