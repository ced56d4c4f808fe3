import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../database/embedded.ts';

/** A server of its own with an empty database, for processes that are given its address. */
export async function openNamed(): Promise<{
  readonly folder: string;
  readonly server: EmbeddedServer;
  /** Of the database, as its owner. */
  readonly url: URL;
}> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-named-'));
  fs.chmodSync(folder, 0o711);
  const server = await startEmbedded(path.join(folder, 'pg'));
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query('CREATE DATABASE sonae');
  await owner.end();
  const url = new URL(server.url);
  url.pathname = '/sonae';
  return { folder, server, url };
}
