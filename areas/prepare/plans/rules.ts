import type { Language } from '../../../kernel/language.ts';
import type { Inputs, Plan, Template } from './schema.ts';
import { INPUTS, type InputName, inputOf, inputValueWords, isInputName, RECORD_FIELDS } from './words.ts';

export const OPERATORS = ['==', '!=', '>=', '>', '<=', '<'] as const;
export interface Condition {
  readonly input: InputName;
  readonly operator: (typeof OPERATORS)[number];
  readonly value: number | string | boolean;
}
/** A criterion as a form shows it: all of the first must hold, and any one of the second where there are some. */
export interface Conditions {
  readonly all: readonly Condition[];
  readonly any: readonly Condition[];
}

const AND = ' && ';
const OR = ' || ';
const CONDITION = /^([a-zA-Z]+) (==|!=|>=|>|<=|<) (?:(-?\d{1,9})|"([a-zA-Z]*)"|(true|false))$/;
const BOTH = /^(.*) && \((.*)\)$/;

const written = ({ input, operator, value }: Condition): string =>
  `${input} ${operator} ${JSON.stringify(value)}`;

export function expressionOf({ all, any }: Conditions): string {
  const either = any.map(written).join(OR);
  if (all.length === 0) return either;
  const every = all.map(written).join(AND);
  if (any.length === 0) return every;
  return `${every}${AND}${any.length > 1 ? `(${either})` : either}`;
}

/** The conditions of an expression that a form can show; undefined where only its text can be shown. */
export function conditionsOf(expression: string): Conditions | undefined {
  if (expression === '') return { all: [], any: [] };
  const both = BOTH.exec(expression);
  const [every = '', either = ''] = both
    ? both.slice(1)
    : expression.includes(OR)
      ? ['', expression]
      : [expression, ''];
  const all = every === '' ? [] : every.split(AND).map(readCondition);
  const any = either === '' ? [] : either.split(OR).map(readCondition);
  const known = (list: (Condition | undefined)[]): list is Condition[] => !list.includes(undefined);
  return known(all) && known(any) ? { all, any } : undefined;
}

function readCondition(part: string): Condition | undefined {
  const [, input = '', operator, digits, text, yes] = CONDITION.exec(part) ?? [];
  if (!isInputName(input)) return undefined;
  const value = digits !== undefined ? Number(digits) : (text ?? yes === 'true');
  return { input, operator: operator as Condition['operator'], value };
}

export const OPERATOR_SIGNS: { readonly [O in Condition['operator']]: string } = {
  '==': '＝',
  '!=': '≠',
  '>=': '≧',
  '>': '＞',
  '<=': '≦',
  '<': '＜',
};

/** A criterion as words; undefined where it is more than a form can say, '' where there is none. */
export function criterionWords(expression: string, language: Language): string | undefined {
  const form = conditionsOf(expression);
  if (!form) return undefined;
  const word = ({ input, operator, value }: Condition): string => {
    const shown =
      typeof value === 'number'
        ? value.toLocaleString(language)
        : (inputValueWords(value)?.[language] ?? String(value));
    return `${INPUTS[input].name[language]} ${OPERATOR_SIGNS[operator]} ${shown}`;
  };
  const [and, or] = language === 'ja' ? [' かつ ', ' または '] : [' and ', ' or '];
  const either = form.any.map(word).join(or);
  const bracketed = form.all.length === 0 ? either : language === 'ja' ? `（${either}）` : `(${either})`;
  return [...form.all.map(word), ...(either === '' ? [] : [bracketed])].join(and);
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
