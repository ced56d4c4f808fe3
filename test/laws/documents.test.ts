import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-tree.ts';

const documents = (): string[] => [
  ...fs.readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...(fs.readdirSync(path.join(ROOT, 'docs'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Paths in backticks that begin with a folder of ours, and relative links. */
function pathsIn(document: string): string[] {
  const text = fs.readFileSync(path.join(ROOT, document), 'utf8');
  const ticked = [
    ...text.matchAll(
      /`((?:kernel|database|areas|channels|sources|report|cases|apps|test|bench|docs|scripts|bin|\.ci)\/[\w./-]*)`/g,
    ),
  ].map(([, at = '']) => at);
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, at = '']) =>
    path.join(path.dirname(document), at),
  );
  return [...ticked, ...linked];
}

test('law 7: every path named in a document exists, so that documents can be believed', () => {
  expect(documents().length).toBeGreaterThan(4);
  const missing = documents().flatMap((document) =>
    pathsIn(document)
      .filter((at) => !fs.existsSync(path.join(ROOT, at)))
      .map((at) => `${document} names ${at}`),
  );
  expect(missing).toEqual([]);
});
