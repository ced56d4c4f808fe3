import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Running } from './processes.ts';

const SONAE = path.resolve(import.meta.dirname, '../bin/sonae');

/** The command line against a running server's data folder. */
export function sonae(running: Running, ...words: string[]): Record<string, unknown> {
  const text = execFileSync(SONAE, [...words, '--json'], {
    env: {
      ...process.env,
      SONAE_DATA: running.folder,
      SONAE_URL: running.baseUrl,
      SONAE_KEY: keys.get(running) ?? '',
    },
    encoding: 'utf8',
  });
  return JSON.parse(text) as Record<string, unknown>;
}

const keys = new Map<Running, string>();

/** Registers an administrator with a key that may do everything the benches need. */
export function registerOperator(running: Running): void {
  sonae(running, 'user', 'add', 'bench@example.jp', '--name', 'Bench', '--roles', 'administrator');
  const scopes =
    'source.manage,source.read,signal.read,rule.manage,channel.manage,roster.manage,person.read,incident.read,page.read,page.command,audit.read,organisation.read,case.read,register.read,register.manage,incident.declare,room.read,room.write,timeline.write,survey.read,survey.intake,survey.manage,report.send';
  const { key } = sonae(running, 'key', 'create', 'bench@example.jp', '--name', 'bench', '--scopes', scopes);
  keys.set(running, String(key));
}

/** The same data in another place, or started once more: its key is good there too. */
export const sameOperator = (now: Running, before: Running): void => {
  keys.set(now, keyOf(before));
};

export const keyOf = (running: Running): string => keys.get(running) ?? '';

export async function call(running: Running, key: string, body?: unknown): Promise<Record<string, unknown>> {
  const [method = 'GET', path_ = ''] = key.split(' ');
  const answer = await fetch(`${running.baseUrl}${path_}`, {
    method,
    headers: {
      authorization: `Bearer ${keys.get(running)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${key}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

export async function addAlertSource(running: Running): Promise<string> {
  const { key } = await call(running, 'POST /api/detect/sources', { kind: 'alertmanager', name: 'bench' });
  return String(key);
}
