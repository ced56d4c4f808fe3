import { parseSync } from 'rolldown/utils';
import { type Node, nodesOf } from './summary.ts';

/** A text that people read, in one language: what is put in later stands as `{}`. */
export interface Told {
  readonly language: 'ja' | 'en';
  readonly text: string;
  /** The same in the other language, where a pair is told. */
  readonly other?: string;
}

export const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** What the commands of the command line say of themselves, in English alone. */
const SAID_BY_COMMANDS = ['description', 'option', 'requiredOption', 'argument', 'CliError', 'StartupError'];

const as = (value: unknown): Node => value as Node;
const list = (value: unknown): readonly Node[] => value as readonly Node[];

/** The text of a literal or a template; nothing of what is worked out. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node?.type === 'TemplateLiteral')
    return list(node['quasis'])
      .map((each) => (each['value'] as { cooked: string }).cooked)
      .join('{}');
  if (node?.type === 'TSAsExpression') return textOf(as(node['expression']));
  return undefined;
}

const propertyOf = (node: Node, name: string): Node | undefined => {
  const found = list(node['properties']).find(
    (each) => each.type === 'Property' && each['computed'] !== true && as(each['key'])['name'] === name,
  );
  return found && as(found['value']);
};

const isPair = (node: Node): boolean =>
  node.type === 'ObjectExpression' && propertyOf(node, 'ja') !== undefined;

/** Texts below one side of a pair: one, or a table of them. */
const textsBelow = (node: Node): string[] =>
  nodesOf(node).flatMap((each) => {
    if (each.type === 'TemplateElement') return [];
    const text = textOf(each);
    // A single small word among what is worked out is a key of the program.
    return text === undefined || /^[a-z][\w-]*$/.test(text) ? [] : [text];
  });

function ofPair(ja: Node, en: Node): Told[] {
  const [left, right] = [textOf(ja), textOf(en)];
  if (left !== undefined && right !== undefined)
    return [
      { language: 'ja', text: left, other: right },
      { language: 'en', text: right, other: left },
    ];
  // Worked out on either side, or a table: each text is held to its own language.
  return [
    ...textsBelow(ja).map((text): Told => ({ language: 'ja', text })),
    ...textsBelow(en).map((text): Told => ({ language: 'en', text })),
  ];
}

/** Words handed to a function side by side: `finding('error', path, '…', 'to fix')`. */
function ofCall(node: Node): Told[] {
  const callee = as(node['callee']);
  const name = String(callee['name'] ?? as(callee['property'] ?? {})['name'] ?? '');
  const words = list(node['arguments']).map(textOf);
  if (SAID_BY_COMMANDS.includes(name))
    return words
      .filter((text) => text?.includes(' ') && !JAPANESE.test(text))
      .map((text): Told => ({ language: 'en', text: text ?? '' }));
  return words.flatMap((ja, at) => {
    const en = words[at + 1];
    return ja !== undefined && en !== undefined && JAPANESE.test(ja) && en.includes(' ') && !JAPANESE.test(en)
      ? ofPair(as(list(node['arguments'])[at]), as(list(node['arguments'])[at + 1]))
      : [];
  });
}

/** Every text of a file that people read: pairs `{ ja, en }`, and words handed over side by side. */
export function textsIn(at: string, source: string): Told[] {
  const { program } = parseSync(at, source);
  return nodesOf(as(program)).flatMap((node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return ofCall(node);
    if (node.type !== 'ObjectExpression') return [];
    const [ja, en] = [propertyOf(node, 'ja'), propertyOf(node, 'en')];
    // Two fields called ja and en may hold a pair each.
    return ja && en && !isPair(ja) ? ofPair(ja, en) : [];
  });
}
