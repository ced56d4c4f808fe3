import { parseSync } from 'rolldown/utils';
import { type Node, nodesOf } from '../laws/summary.ts';

/** One small wrong in a file of rules: what stood from `start` to `end`, and what stands there instead. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const SWAPS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
]);
const DROPPED = ['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'trim'];

/** What is only said of types leaves no trace at run time. */
const RUNS = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'];
const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');

/** Every node below that is there at run time. */
function running(node: Node): Node[] {
  const hidden = new Set<Node>();
  for (const each of nodesOf(node)) {
    const types = /^TS/.test(each.type) && !RUNS.includes(each.type);
    if (types || /^(Import|Export(All|Named))\w*Declaration$/.test(each.type)) {
      const kept = each['declaration'] as Node | null | undefined;
      if (!kept) for (const below of nodesOf(each)) hidden.add(below);
    }
  }
  return nodesOf(node).filter((each) => !hidden.has(each));
}

const within = (node: Node, key: string): Node => node[key] as Node;

function ofNode(node: Node, text: string): Mutant[] {
  const start = Number(node['start']);
  const end = Number(node['end']);
  const source = (part: Node): string => text.slice(Number(part['start']), Number(part['end']));
  const whole = (...instead: string[]): Mutant[] => instead.map((each) => ({ start, end, instead: each }));
  const part = (of: Node, ...instead: string[]): Mutant[] =>
    instead.map((each) => ({ start: Number(of['start']), end: Number(of['end']), instead: each }));
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const [left, right] = [within(node, 'left'), within(node, 'right')];
      const operator = String(node['operator']);
      // Texts are put together with +; nothing else can be done with them.
      if (operator === '+' && (isText(left) || isText(right))) return [];
      return (SWAPS[operator] ?? []).flatMap((other) =>
        whole(`((${source(left)}) ${other} (${source(right)}))`),
      );
    }
    case 'UnaryExpression':
      return node['operator'] === '!' ? whole(source(within(node, 'argument'))) : [];
    case 'IfStatement':
    case 'ConditionalExpression':
      return part(within(node, 'test'), 'true', 'false');
    case 'ReturnStatement': {
      const given = node['argument'] as Node | null;
      // Who asks whether takes nothing for no.
      return given && !/^(undefined|null|false)$/.test(source(given)) ? whole('return;') : [];
    }
    case 'Literal':
      if (typeof node['value'] === 'boolean') return whole(String(!node['value']));
      return typeof node['value'] === 'number' ? whole(String(node['value'] + 1)) : [];
    case 'CallExpression': {
      const callee = within(node, 'callee');
      if (callee.type !== 'MemberExpression' || callee['computed'] === true) return [];
      const name = within(callee, 'property');
      const called = String(name['name']);
      if (DROPPED.includes(called)) return whole(source(within(callee, 'object')));
      return part(name, ...[METHODS.get(called) ?? []].flat());
    }
    default:
      return [];
  }
}

/** All small wrongs that a file of rules could hold, in the order of its text. */
export function mutantsOf(at: string, text: string): Mutant[] {
  const program = parseSync(at, text).program as unknown as Node;
  // Names of fields, and the -1 or 1 of an order, of which only the sign is read.
  const spared = new Set(
    nodesOf(program).flatMap((node) => {
      if (node.type === 'Property') return [node['key']];
      if (node.type === 'ConditionalExpression') return [node['consequent'], node['alternate']];
      return node.type === 'UnaryExpression' && node['operator'] === '-' ? [node['argument']] : [];
    }),
  );
  return running(program)
    .filter((node) => node.type !== 'Literal' || !spared.has(node))
    .flatMap((node) => ofNode(node, text))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

export const applied = (text: string, { start, end, instead }: Mutant): string =>
  text.slice(0, start) + instead + text.slice(end);
