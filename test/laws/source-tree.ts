import fs from 'node:fs';
import path from 'node:path';
import { type Summary, summarise } from './summary.ts';

export type { Import } from './summary.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = [
  'kernel',
  'database',
  'areas',
  'channels',
  'sources',
  'report',
  'cases',
  'apps',
  'test',
  'bench',
];

export interface SourceFile extends Summary {
  /** From the root, with forward slashes. */
  readonly at: string;
  readonly text: string;
}

function filesUnder(at: string): string[] {
  return fs.readdirSync(path.join(ROOT, at), { withFileTypes: true }).flatMap((entry) => {
    const here = `${at}/${entry.name}`;
    if (entry.isDirectory())
      return entry.name === 'dist' || entry.name === 'node_modules' ? [] : filesUnder(here);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [here] : [];
  });
}

let tree: SourceFile[] | undefined;

/** Every TypeScript file of the house, read and parsed once for all laws: they run in one worker. */
export function sourceFiles(): readonly SourceFile[] {
  tree ??= FOLDERS.flatMap(filesUnder).map((at) => {
    const text = fs.readFileSync(path.join(ROOT, at), 'utf8');
    return { at, text, ...summarise(at, text) };
  });
  return tree;
}

export const isTest = (at: string): boolean =>
  at.startsWith('test/') || at.startsWith('bench/') || /\.test\.tsx?$/.test(at);

/** The product itself: what runs for users. */
export const productFiles = (): readonly SourceFile[] => sourceFiles().filter(({ at }) => !isTest(at));
