import path from 'node:path';
import { parseSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';
import { JOB_HANDLERS, TIMER_HANDLERS } from '../../areas/handlers.ts';
import { productFiles, type SourceFile } from './source-tree.ts';
import { type Node, nodesOf } from './summary.ts';
import { thingOf } from './things.ts';

const parsed = (at: string, text: string): Node => parseSync(at, text).program as unknown as Node;

/** Where each name that a file imports comes from. */
function importedFrom({ at, text }: SourceFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of nodesOf(parsed(at, text))) {
    if (node.type !== 'ImportDeclaration') continue;
    const from = String((node['source'] as Node)['value']);
    for (const specifier of node['specifiers'] as Node[])
      found.set(String((specifier['local'] as Node)['name']), path.posix.join(path.posix.dirname(at), from));
  }
  return found;
}

const nameOf = (node: unknown): string => String((node as Node | null | undefined)?.['name'] ?? '');

/** The things whose functions a part of a file leads to, also by what is kept in a constant of the file. */
function thingsBehind(
  part: Node,
  imported: ReadonlyMap<string, string>,
  constants: ReadonlyMap<string, Node>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of nodesOf(part).flatMap((node) => (node.type === 'Identifier' ? nameOf(node) : []))) {
    const thing = thingOf(imported.get(name) ?? '');
    if (thing) found.add(thing);
    const constant = constants.get(name);
    if (constant && constant !== part && !nodesOf(constant).includes(part))
      for (const each of thingsBehind(constant, imported, constants)) found.add(each);
  }
  return found;
}

/** The thing in which each kind of timer and job is handled, as `areas/<area>/handlers.ts` say. */
function owners(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of productFiles().filter(({ at }) => /^areas\/[\w-]+\/handlers\.ts$/.test(at))) {
    const nodes = nodesOf(parsed(file.at, file.text));
    const imported = importedFrom(file);
    const constants = new Map(
      nodes.flatMap((node) =>
        node.type === 'VariableDeclarator' && node['init']
          ? [[nameOf(node['id']), node['init'] as Node] as const]
          : [],
      ),
    );
    for (const node of nodes) {
      const kind = node.type === 'Property' ? (node['key'] as Node)['value'] : undefined;
      if (typeof kind !== 'string') continue;
      const [thing, ...others] = thingsBehind(node['value'] as Node, imported, constants);
      if (thing && others.length === 0) found.set(kind, thing);
    }
  }
  return found;
}

const SETTERS = ['setTimer', 'enqueue', 'cancelTimer'];
/** Every timer and job that a file sets, by its kind; undefined where the kind is worked out. */
function setIn({ at, text, calls }: SourceFile): (string | undefined)[] {
  if (!SETTERS.some((name) => calls.includes(name))) return [];
  return nodesOf(parsed(at, text))
    .filter(
      (node) => node.type === 'CallExpression' && SETTERS.includes(String((node['callee'] as Node)['name'])),
    )
    .map((node) => {
      const kind = (node['arguments'] as Node[])[1];
      return kind?.type === 'Literal' ? String(kind['value']) : undefined;
    });
}

/** They write what the wiring says, whichever thing it is for. */
const WRITERS = ['areas/record.ts', 'areas/enqueue.ts'];

describe('law 5: a cause that reaches into another thing stands in the wiring', () => {
  const files = productFiles().filter(({ at }) => !WRITERS.includes(at));

  test('each timer and job belongs to the one thing that handles it', () => {
    const kinds = [...Object.keys(TIMER_HANDLERS), ...Object.keys(JOB_HANDLERS)];
    expect([...owners().keys()].sort()).toEqual(kinds.sort());
  });

  test('a timer or a job is set by its own thing or by the wiring, and by nobody else', () => {
    const of = owners();
    const found = files.flatMap((file) =>
      setIn(file).flatMap((kind) => {
        const mine = thingOf(file.at);
        const owner = kind === undefined ? mine : of.get(kind);
        return owner !== undefined && owner === mine ? [] : [`${file.at} sets ${kind} of ${owner}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('a kind that is worked out is worked out among those of the thing that sets it', () => {
    const of = [...owners().values()];
    const found = files
      .filter((file) => setIn(file).includes(undefined))
      .filter(({ at }) => !of.includes(thingOf(at) ?? ''))
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });
});
