import { parseSync } from 'rolldown/utils';
import type { SourceFile } from './source-tree.ts';
import { type Node, nodesOf } from './summary.ts';

const as = (value: unknown): Node => value as Node;
const list = (value: unknown): readonly Node[] => value as readonly Node[];
const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? '');

/** Words of the console by table and key, as in `ROOM.close`. */
export function wordTables(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { at, text } of files.filter((each) => each.text.includes('words({')))
    for (const node of nodesOf(as(parseSync(at, text).program))) {
      const call = node.type === 'VariableDeclarator' ? as(node['init'] ?? {}) : undefined;
      if (call?.type !== 'CallExpression' || nameOf(call['callee']) !== 'words') continue;
      for (const entry of list(as(list(call['arguments'])[0])['properties'])) {
        const ja = list(as(entry['value'] ?? {})['properties'] ?? []).find(
          (each) => nameOf(each['key']) === 'ja',
        );
        const text = ja && as(ja['value'])['value'];
        if (typeof text === 'string') found.set(`${nameOf(node['id'])}.${nameOf(entry['key'])}`, text);
      }
    }
  return found;
}

/** `TABLE.key` of each `say(…)` below a node. */
const saidBelow = (node: Node): string[] =>
  nodesOf(node).flatMap((each) => {
    const said =
      each.type === 'CallExpression' && nameOf(each['callee']) === 'say'
        ? list(each['arguments'])[0]
        : undefined;
    return said?.type === 'MemberExpression' ? [`${nameOf(said['object'])}.${nameOf(said['property'])}`] : [];
  });

/** What buttons say: the words between their tags, and the label and verb of a form that a button opens. */
export const buttonWords = ({ at, text }: SourceFile): string[] =>
  nodesOf(as(parseSync(at, text).program)).flatMap((node) => {
    if (node.type !== 'JSXElement') return [];
    const opening = as(node['openingElement']);
    const tag = nameOf(opening['name']);
    if (/^(?:Button|ConfirmButton)$/.test(tag)) return list(node['children']).flatMap(saidBelow);
    if (tag !== 'AskForm') return [];
    return list(opening['attributes'])
      .filter((each) => ['label', 'submit'].includes(nameOf(each['name'])))
      .flatMap(saidBelow);
  });
