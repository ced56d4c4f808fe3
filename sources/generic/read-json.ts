import { isLosslessNumber, parse as parseLossless, stringify } from 'lossless-json';
import { Fault } from '../../kernel/errors.ts';
import { splitPath } from './path.ts';

/** JSON within JSON within JSON: deeper than this nobody means it. */
const DEEPEST = 5;

/** @throws Fault `malformed` */
export function readJson(body: string): unknown {
  try {
    return parseLossless(body);
  } catch (cause) {
    throw new Fault('malformed', {
      detail: { ja: 'JSON として読み取れません', en: 'The body is not valid JSON' },
      cause,
    });
  }
}

/** A text that holds an object or a list, as some senders wrap what they have to say, is that object. */
export function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return parseLossless(value);
  } catch {
    return value;
  }
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
