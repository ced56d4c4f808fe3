import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';

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

export interface Import {
  /** Path from the root for our own files, the package name otherwise. */
  readonly to: string;
  readonly own: boolean;
  /** True when only types travel: nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly at: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly program: Node;
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node below one, itself included. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
  }
}

const isTypeOnly = (node: Node): boolean => {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'] as Node[] | undefined;
  return (
    specifiers !== undefined &&
    specifiers.length > 0 &&
    specifiers.every((s) => s['importKind'] === 'type' || s['exportKind'] === 'type')
  );
};

function importsOf(at: string, program: Node): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(program)) {
    if (!/^(Import(Declaration|Expression)|Export(Named|All)Declaration)$/.test(node.type)) continue;
    const source = (node['source'] as { value?: unknown } | null)?.value;
    if (typeof source !== 'string') continue;
    const own = source.startsWith('.');
    const to = own ? path.posix.join(path.posix.dirname(at), source) : source;
    found.push({ to, own, typeOnly: isTypeOnly(node) });
  }
  return found;
}

function filesUnder(at: string): string[] {
  return fs.readdirSync(path.join(ROOT, at), { withFileTypes: true }).flatMap((entry) => {
    const here = `${at}/${entry.name}`;
    if (entry.isDirectory())
      return entry.name === 'dist' || entry.name === 'node_modules' ? [] : filesUnder(here);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [here] : [];
  });
}

let cache: SourceFile[] | undefined;

/** Every TypeScript file of the house, parsed once. */
export function sourceFiles(): readonly SourceFile[] {
  cache ??= FOLDERS.flatMap(filesUnder).map((at) => {
    const text = fs.readFileSync(path.join(ROOT, at), 'utf8');
    const program = parseSync(at, text).program as unknown as Node;
    return { at, text, program, imports: importsOf(at, program) };
  });
  return cache;
}

export const isTest = (at: string): boolean =>
  at.startsWith('test/') || at.startsWith('bench/') || /\.test\.tsx?$/.test(at);

/** The product itself: what runs for users. */
export const productFiles = (): readonly SourceFile[] => sourceFiles().filter(({ at }) => !isTest(at));

/** Names of the functions called anywhere in a node, in source order: `a.b()` counts as `b`. */
export function callsIn(node: Node): string[] {
  const names: string[] = [];
  for (const each of nodesOf(node)) {
    if (each.type !== 'CallExpression') continue;
    const callee = each['callee'] as Node;
    if (callee.type === 'Identifier') names.push(String(callee['name']));
    if (callee.type === 'MemberExpression') names.push(String((callee['property'] as Node)['name']));
  }
  return names;
}
