import { isLosslessNumber, parse as parseLossless, stringify } from 'lossless-json';
import { Fault } from '../../kernel/errors.ts';
import { splitPath } from './path.ts';

/** JSON within JSON within JSON: deeper than this nobody means it. */
const DEEPEST = 5;

const parsed = (text: string): unknown => {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
};

/** name=value&name=value, as forms are sent; each name once or as a list. */
function readForm(body: string): Record<string, unknown> | undefined {
  if (!/^[\w.[\]%+-]+=[^\n]*$/.test(body.trim())) return undefined;
  const given = new URLSearchParams(body.trim());
  const entries = [...new Set(given.keys())].map((name) => {
    const values = given.getAll(name);
    return [name, values.length === 1 ? values[0] : values] as const;
  });
  return Object.fromEntries(entries);
}

/** An alert a line. */
function readLines(body: string): unknown[] | undefined {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  const items = lines.map((line) => (line.trim().startsWith('{') ? parsed(line) : undefined));
  return items.includes(undefined) ? undefined : items;
}

/**
 * JSON, or what senders send in its stead: an object a line, or a form.
 * @throws Fault `malformed`
 */
export function readJson(body: string): unknown {
  try {
    return parseLossless(body);
  } catch (cause) {
    const other = readLines(body) ?? readForm(body);
    if (other) return other;
    throw new Fault('malformed', {
      detail: {
        ja: 'JSONまたはフォームとして読み取れません',
        en: 'The body is neither valid JSON nor a form',
      },
      cause,
    });
  }
}

/** A text that holds an object or a list, as some senders wrap what they have to say, is that object. */
export function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  return parsed(value) ?? value;
}

const ownText = (of: object, names: readonly string[]): unknown =>
  names
    .map((name) => (Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined))
    .find((text) => text !== undefined);

/** Of a list of names and values, as in `[{"key": "host", "value": "db1"}]`, what stands under a name, wherever it stands. */
function named(list: readonly unknown[], name: string): unknown {
  const found = list.find(
    (each) =>
      typeof each === 'object' &&
      each !== null &&
      asText(ownText(each, ['key', 'name', 'Key', 'Name'])) === name,
  ) as object | undefined;
  if (!found) return undefined;
  return ['value', 'Value'].some((field) => Object.hasOwn(found, field))
    ? ownText(found, ['value', 'Value'])
    : found;
}

/** The value at a path; where the path goes on inside a text that is JSON, it goes on in there. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  let unwraps = 0;
  for (const part of splitPath(path)) {
    if (typeof here === 'string' && unwraps < DEEPEST) {
      here = unwrapped(here);
      unwraps += 1;
    }
    if (Array.isArray(here))
      here = /^\d+$/.test(part) && part in here ? here[Number(part)] : named(here, part);
    else if (here === null || typeof here !== 'object' || !Object.hasOwn(here, part)) return undefined;
    else here = (here as Record<string, unknown>)[part];
  }
  return here;
}

/** A value as text, digit for digit as it was written: 9007199254740993 stays 9007199254740993. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (isLosslessNumber(value)) return value.value;
  return stringify(value);
}
