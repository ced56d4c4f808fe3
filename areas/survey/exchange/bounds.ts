import { DEEPEST, MOST_PARTS } from './schema.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSES: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const COMMA = 0x2c;

/** Whether JSON is neither deeper nor of more parts than anything of ours: counted before it is read, so that a bomb is only text. */
export function isWithinBounds(json: string): boolean {
  let depth = 0;
  let parts = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at);
    if (quoted) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) quoted = false;
    } else if (letter === QUOTE) quoted = true;
    else if (OPENS.has(letter)) {
      depth += 1;
      parts += 1;
    } else if (CLOSES.has(letter)) depth -= 1;
    else if (letter === COMMA) parts += 1;
    if (depth > DEEPEST || parts > MOST_PARTS) return false;
  }
  return true;
}

/** The same of a value that is not written yet, walked with a list of its own: what is sent may lie deeper than calls can. */
export function isValueWithinBounds(value: unknown): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    parts += 1;
    if (next.depth > DEEPEST || parts > MOST_PARTS) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const inner of Object.values(next.value)) waiting.push({ value: inner, depth: next.depth + 1 });
  }
  return true;
}
