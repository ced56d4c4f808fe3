import type { Inputs, Plan, Template } from './schema.ts';
import { type InputName, inputOf, isInputName, RECORD_FIELDS } from './words.ts';

export const OPERATORS = ['==', '!=', '>=', '>', '<=', '<'] as const;
export interface Condition {
  readonly input: InputName;
  readonly operator: (typeof OPERATORS)[number];
  readonly value: number | string | boolean;
}
/** A criterion as a form shows it: conditions of which all, or any, must hold. */
export interface Conditions {
  readonly join: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

const JOINS = { all: ' && ', any: ' || ' } as const;
const CONDITION = /^([a-zA-Z]+) (==|!=|>=|>|<=|<) (?:(-?\d{1,9})|"([a-zA-Z]*)"|(true|false))$/;

export const expressionOf = ({ join, conditions }: Conditions): string =>
  conditions
    .map(({ input, operator, value }) => `${input} ${operator} ${JSON.stringify(value)}`)
    .join(JOINS[join]);

/** The conditions of an expression that a form can show; undefined where only its text can be shown. */
export function conditionsOf(expression: string): Conditions | undefined {
  if (expression === '') return { join: 'all', conditions: [] };
  const join = expression.includes(JOINS.any) ? 'any' : 'all';
  const conditions = expression.split(JOINS[join]).map((part): Condition | undefined => {
    const [, input = '', operator, digits, text, yes] = CONDITION.exec(part) ?? [];
    if (!isInputName(input)) return undefined;
    const value = digits !== undefined ? Number(digits) : (text ?? yes === 'true');
    return { input, operator: operator as Condition['operator'], value };
  });
  if (conditions.some((each) => each === undefined)) return undefined;
  return { join, conditions: conditions as Condition[] };
}

/** Reads what a person typed for an input. @returns undefined where it is none of its values */
export function readInput(input: string, text: string): number | string | boolean | undefined {
  if (!isInputName(input)) return undefined;
  const kind = inputOf(input);
  if (kind.type === 'yesNo') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (kind.type === 'choice') return kind.values.includes(text) ? text : undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= kind.least && number <= kind.most ? number : undefined;
}

/** The inputs of a sample; what cannot be read is named. */
export function sampleInputs(sample: Plan['samples'][number]): { inputs: Inputs; unread: string[] } {
  const read = sample.inputs.map(({ input, value }) => [input, readInput(input, value)] as const);
  return {
    inputs: Object.fromEntries(read.filter((pair) => pair[1] !== undefined)) as Inputs,
    unread: read.filter(([, value]) => value === undefined).map(([input]) => input),
  };
}

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
/** What a template leaves open, each once: of the record, an input, or `ask.…` that its writer must say. */
export const placeholdersOf = ({ subject, text }: Template): string[] => [
  ...new Set([...`${subject}\n${text}`.matchAll(PLACEHOLDER)].map(([, field = '']) => field.trim())),
];
export const isPlaceholder = (field: string): boolean =>
  Object.hasOwn(RECORD_FIELDS, field) ||
  isInputName(field) ||
  /^ask\.[\p{L}\p{N}][\p{L}\p{N}・ー ]{0,39}$/u.test(field);

/**
 * Fills a template. Nothing is sent with a hole in it: every field that has no words is named instead (Y15).
 * Values are put in once, so that a placeholder inside a value stays as it was written.
 */
export function fillTemplate(
  template: Template,
  values: Readonly<Record<string, string>>,
): { subject: string; text: string; missing: string[] } {
  const wordsFor = (field: string): string =>
    Object.hasOwn(values, field) ? (values[field] ?? '').trim() : '';
  const put = (text: string) =>
    text.replaceAll(PLACEHOLDER, (whole, field: string) => wordsFor(field.trim()) || whole);
  return {
    subject: put(template.subject),
    text: put(template.text),
    missing: placeholdersOf(template).filter((field) => wordsFor(field) === ''),
  };
}
