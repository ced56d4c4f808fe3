import path from 'node:path';
import { parseSync } from 'rolldown/utils';

export interface Import {
  /** Path from the root for our own files, the package name otherwise. */
  readonly to: string;
  readonly own: boolean;
  /** True when only types travel: nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** What it is called in this file, each name that is brought in. */
  readonly names: readonly string[];
}

/** One `inTransaction(…)`: where it stands in the text, and what is called within. */
export interface Deed {
  readonly start: number;
  readonly end: number;
  readonly calls: readonly string[];
}

/** A named function, declared or kept in a constant, and where it stands in the text. */
export interface NamedFunction {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A route by its key, and every name that its handler uses. */
export interface Handler {
  readonly key: string;
  readonly uses: readonly string[];
}

/** All that the laws ask of one file, gathered in one walk over its tree. */
export interface Summary {
  readonly imports: readonly Import[];
  /** Names of the functions called, in source order: `a.b()` counts as `b`. */
  readonly calls: readonly string[];
  readonly deeds: readonly Deed[];
  readonly functions: readonly NamedFunction[];
  readonly handlers: readonly Handler[];
  /** `enqueue` and `setTimer` without an `at`. */
  readonly timeless: number;
  readonly writesAny: boolean;
  /** Names of the tests that assert nothing, as far as this file shows. */
  readonly idleTests: readonly string[];
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node below one, itself included, in source order. */
export function nodesOf(root: Node): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    found.push(node);
    for (const key in node) {
      const value = node[key];
      if (Array.isArray(value)) {
        for (const child of value) if (isNode(child)) visit(child);
      } else if (isNode(value)) visit(value);
    }
  };
  visit(root);
  return found;
}

/** The name by which a call calls, if it has one. */
function calledBy(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return;
  const callee = node['callee'] as Node;
  if (callee.type === 'Identifier') return String(callee['name']);
  if (callee.type === 'MemberExpression') return String((callee['property'] as Node)['name']);
  return;
}

const callsAmong = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => calledBy(node) ?? []);

/** Names of the functions called anywhere in a node, in source order: `a.b()` counts as `b`. */
export const callsIn = (node: Node): string[] => callsAmong(nodesOf(node));

const isTypeOnly = (node: Node): boolean => {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'] as Node[] | undefined;
  return (
    specifiers !== undefined &&
    specifiers.length > 0 &&
    specifiers.every((s) => s['importKind'] === 'type' || s['exportKind'] === 'type')
  );
};

const nameOf = (node: unknown): string => String((node as Node | null | undefined)?.['name'] ?? '');

function importOf(at: string, node: Node): Import | undefined {
  if (!/^(Import(Declaration|Expression)|Export(Named|All)Declaration)$/.test(node.type)) return;
  const source = (node['source'] as { value?: unknown } | null)?.value;
  if (typeof source !== 'string') return;
  const own = source.startsWith('.');
  const to = own ? path.posix.join(path.posix.dirname(at), source) : source;
  const specifiers = (node['specifiers'] as Node[] | undefined) ?? [];
  return { to, own, typeOnly: isTypeOnly(node), names: specifiers.map(({ local }) => nameOf(local)) };
}

const isTimeless = (node: Node): boolean => {
  if (node.type !== 'CallExpression') return false;
  if (!['enqueue', 'setTimer'].includes(String((node['callee'] as Node)['name']))) return false;
  const last = (node['arguments'] as Node[]).at(-1);
  const properties = (last?.['properties'] as Node[] | undefined) ?? [];
  return !properties.some((property) => (property['key'] as Node | undefined)?.['name'] === 'at');
};

const isDeed = (node: Node): boolean =>
  node.type === 'CallExpression' && (node['callee'] as Node)['name'] === 'inTransaction';

function functionOf(node: Node): NamedFunction | undefined {
  const value = node.type === 'VariableDeclarator' ? (node['init'] as Node | null) : undefined;
  if (node.type !== 'FunctionDeclaration' && value?.type !== 'ArrowFunctionExpression') return;
  return { name: nameOf(node['id']), start: Number(node['start']), end: Number(node['end']) };
}

function handlerOf(node: Node): Handler | undefined {
  const key = node.type === 'Property' ? (node['key'] as Node)['value'] : undefined;
  if (typeof key !== 'string' || !/^[A-Z]+ \/api\//.test(key)) return;
  const used = nodesOf(node['value'] as Node).filter(({ type }) => type === 'Identifier');
  return { key, uses: used.map(nameOf) };
}

/** `test('…', …)`, and `test.each(…)('…', …)` or `test.skipIf(…)('…', …)`. */
function isTest(node: Node): boolean {
  let callee = node.type === 'CallExpression' ? (node['callee'] as Node) : node;
  while (callee.type === 'CallExpression' || callee.type === 'MemberExpression')
    callee = (callee['callee'] ?? callee['object']) as Node;
  const last = (node['arguments'] as Node[] | undefined)?.at(-1)?.type ?? '';
  return callee.type === 'Identifier' && callee['name'] === 'test' && /Function/.test(last);
}

/**
 * Waiting for something is no assertion: a reader is told by one what the test is about. `expect.poll` is one that may take
 * a while to become true.
 */
const ASSERTS = /^(expect|assert|poll)$/;

/** Tests in which nothing is asserted, neither in themselves nor in a function of this file that they call. */
function idleTests(nodes: readonly Node[]): string[] {
  const functions = new Map<string, Node>();
  for (const node of nodes) {
    const init = node['init'] as Node | null | undefined;
    const named = (node['id'] as Node | null | undefined)?.['name'];
    if (node.type === 'FunctionDeclaration' || /Function/.test(init?.type ?? ''))
      functions.set(String(named), node);
  }
  const asserts = (node: Node, seen: readonly string[]): boolean =>
    callsIn(node).some((name) => {
      if (ASSERTS.test(name)) return true;
      const called = functions.get(name);
      return called !== undefined && !seen.includes(name) && asserts(called, [...seen, name]);
    });
  return nodes
    .filter(isTest)
    .filter((node) => !asserts((node['arguments'] as Node[]).at(-1) ?? node, []))
    .map((node) => String((node['arguments'] as Node[])[0]?.['value'] ?? `at ${String(node['start'])}`));
}

export function summarise(at: string, text: string): Summary {
  const nodes = nodesOf(parseSync(at, text).program as unknown as Node);
  return {
    imports: nodes.flatMap((node) => importOf(at, node) ?? []),
    calls: callsAmong(nodes),
    deeds: nodes.filter(isDeed).map((node) => ({
      start: Number(node['start']),
      end: Number(node['end']),
      calls: (node['arguments'] as Node[]).slice(1).flatMap(callsIn),
    })),
    functions: nodes.flatMap((node) => functionOf(node) ?? []),
    handlers: nodes.flatMap((node) => handlerOf(node) ?? []),
    timeless: nodes.filter(isTimeless).length,
    writesAny: nodes.some(({ type }) => type === 'TSAnyKeyword'),
    idleTests: at.endsWith('.test.ts') || at.endsWith('.test.tsx') ? idleTests(nodes) : [],
  };
}
