import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** What a phone fetches at night before anything is seen, in bytes as they travel (gzip). */
const LIMITS = [
  ['from signing in to Now', 220_000, ['src/sign-in/sign-in-page.tsx', 'src/now/now-page.tsx']],
  ['the incident room', 300_000, ['src/respond/room/incident-page.tsx']],
] as const;

const DIST = path.resolve(import.meta.dirname, '../../apps/console/dist');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The scripts the page itself names, and what every part names in turn: nothing is seen before all of it is there. */
function filesOf(parts: readonly string[]): string[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(DIST, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const html = fs.readFileSync(path.join(DIST, 'index.html'), 'utf8');
  const files = new Set([...html.matchAll(/src="\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file));
  expect(files.size).toBeGreaterThan(0);
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the console was built without ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of parts) visit(key);
  return [...files].filter((file) => file.endsWith('.js'));
}

test.each(LIMITS)('%s needs at most %i bytes of JavaScript', (_name, limit, parts) => {
  const sizes = filesOf(parts)
    .map((file) => ({ file, bytes: gzipSync(fs.readFileSync(path.join(DIST, file))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const biggest = sizes.slice(0, 8).map(({ file, bytes }) => `${bytes} ${file}`);
  expect(
    total,
    `${total} bytes in ${sizes.length} files, the biggest:\n${biggest.join('\n')}`,
  ).toBeLessThanOrEqual(limit);
});
