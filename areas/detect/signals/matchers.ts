/** One condition on a label, as Alertmanager writes it: `name="value"`, `!=`, `=~`, `!~`. */
export interface LabelMatcher {
  readonly name: string;
  readonly value: string;
  readonly not: boolean;
  /** The value is a regular expression for the whole of the label. */
  readonly pattern: boolean;
}

const MATCHER =
  /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s=!~"{},]+))\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^"]*?))\s*$/s;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n' };
const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_, c: string) => ESCAPES[c] ?? c);

/** Reads a condition; undefined where it is none. Braces around a single one are taken. */
export function readMatcher(text: string): LabelMatcher | undefined {
  const bare = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1] ?? text;
  const found = MATCHER.exec(bare);
  if (!found) return undefined;
  const [, quotedName, plainName, operator = '=', quoted, plain] = found;
  return {
    name: quotedName === undefined ? (plainName ?? '') : unescaped(quotedName),
    value: quoted === undefined ? (plain ?? '') : unescaped(quoted),
    not: operator.startsWith('!'),
    pattern: operator.endsWith('~'),
  };
}
