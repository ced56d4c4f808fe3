import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Holds, Inputs } from './schema.ts';
import { INPUT_NAMES, type InputName, inputOf, isInputName } from './words.ts';

const TYPES = { number: 'int', choice: 'string', yesNo: 'bool' } as const;

/** CEL (https://github.com/google/cel-spec) over our inputs, and small: a criterion is read by people at night. */
const environment = INPUT_NAMES.reduce(
  (env, input) => env.registerVariable(input, TYPES[inputOf(input).type]),
  new Environment({ limits: { maxAstNodes: 300, maxDepth: 30 } }),
);

type Read =
  | { readonly read: ReturnType<typeof environment.parse>; readonly uses: readonly InputName[] }
  | { readonly fault: string };

/** Reads a criterion. @returns what is wrong with it, in the library's words, where it is no yes-or-no over our inputs */
export function readCriterion(expression: string): Read {
  const checked = environment.check(expression);
  const [fault = ''] = (checked.error?.message ?? '').split('\n');
  if (!checked.valid) return { fault };
  if (checked.type !== 'bool') return { fault: `${checked.type} ≠ bool` };
  const read = environment.parse(expression);
  const strange = [...nodesOf(read.ast)].find(({ op }) => !ALLOWED.has(op));
  if (strange) return { fault: `${strange.op}: only comparisons, && || ! in ?: and + - * / %` };
  return { read, uses: [...new Set(identifiersOf(read.ast))] };
}

export interface Judged {
  readonly holds: Holds;
  /** Inputs it asks about that nobody knows; empty unless `holds` is `unknown`. */
  readonly missing: readonly InputName[];
}

/** Numbers are whole in our inputs; the library's int is a bigint. */
const toCel = (inputs: Inputs): Record<string, bigint | string | boolean> =>
  Object.fromEntries(
    Object.entries(inputs).map(([input, value]) => [
      input,
      typeof value === 'number' ? BigInt(Math.trunc(value)) : value,
    ]),
  );

/**
 * Whether a criterion holds for what is known. Never a yes or a no that what is not known could turn round: CEL's own
 * `||` and `&&` settle what can be settled without it.
 */
export function judge(expression: string, inputs: Inputs): Judged {
  if (expression === '') return { holds: 'no', missing: [] };
  const criterion = readCriterion(expression);
  if ('fault' in criterion) return { holds: 'unknown', missing: [] };
  const missing = criterion.uses.filter((input) => !Object.hasOwn(inputs, input));
  try {
    return { holds: criterion.read(toCel(inputs)) === true ? 'yes' : 'no', missing: [] };
  } catch {
    return { holds: 'unknown', missing };
  }
}

/**
 * What a criterion may be made of: every step costs the same, whatever it is given. Patterns and macros could run for hours,
 * and criteria are asked while incidents are declared.
 */
const COMPARISONS: ReadonlySet<string> = new Set('== != < <= > >= && || !_ in ?: id value list'.split(' '));
const ALLOWED: ReadonlySet<string> = new Set([...COMPARISONS, '+', '-', '*', '/', '%', '-_']);

const MOST_TRIES = 40_000;

/**
 * Whether a criterion can hold and can fail. A criterion that only compares inputs with constants is settled by trying each
 * side of every constant; of any other, and of one with too many sides, nothing is claimed.
 */
export function firingOf(expression: string): 'sometimes' | 'never' | 'always' | 'notShown' {
  const criterion = readCriterion(expression);
  if ('fault' in criterion) return 'notShown';
  const { ast } = criterion.read;
  const constants = numbersOf(ast);
  const axes = criterion.uses.map((input) => valuesOf(input, constants));
  const tries = axes.reduce((product, { length }) => product * length, 1);
  if (tries > MOST_TRIES || !comparesOnly(ast)) return 'notShown';
  const seen = { yes: false, no: false };
  for (let n = 0; n < tries && !(seen.yes && seen.no); n++) {
    let rest = n;
    const point: Record<string, number | string | boolean> = {};
    criterion.uses.forEach((input, i) => {
      const axis = axes[i] ?? [];
      point[input] = axis[rest % axis.length] ?? 0;
      rest = Math.floor(rest / axis.length);
    });
    try {
      seen[criterion.read(toCel(point)) === true ? 'yes' : 'no'] = true;
    } catch {
      return 'notShown';
    }
  }
  return seen.yes ? (seen.no ? 'sometimes' : 'always') : 'never';
}

function valuesOf(input: InputName, constants: readonly number[]): readonly (number | string | boolean)[] {
  const kind = inputOf(input);
  if (kind.type === 'yesNo') return [true, false];
  if (kind.type === 'choice') return kind.values;
  const near = constants.flatMap((constant) => [constant - 1, constant, constant + 1]);
  return [...new Set([kind.least, ...near, kind.most])].filter((n) => n >= kind.least && n <= kind.most);
}

function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  const { args } = node as { args: unknown };
  for (const each of Array.isArray(args) ? args.flat() : [args]) if (isNode(each)) yield* nodesOf(each);
}
const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value;

const comparesOnly = (ast: ASTNode): boolean => [...nodesOf(ast)].every(({ op }) => COMPARISONS.has(op));
const numbersOf = (ast: ASTNode): number[] =>
  [...nodesOf(ast)].flatMap(({ op, args }) =>
    op === 'value' && (typeof args === 'bigint' || typeof args === 'number') ? [Number(args)] : [],
  );
const identifiersOf = (ast: ASTNode): InputName[] =>
  [...nodesOf(ast)].flatMap(({ op, args }) =>
    op === 'id' && typeof args === 'string' && isInputName(args) ? [args] : [],
  );
