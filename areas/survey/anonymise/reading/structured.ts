import { parseAllDocuments, visit } from 'yaml';
import type { Passage } from './passage.ts';

/** Every key and text of a value, in the order they stand in, so that what is parted among them is read as one. */
function wordsOf(value: unknown, path: string): Passage[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((each, i) => wordsOf(each, path === '' ? String(i) : `${path}.${i}`));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => {
      const here = path === '' ? key : `${path}.${key}`;
      return [{ text: key, place: 'key', flow: 'keys' }, ...wordsOf(each, here)];
    });
  return [{ text: String(value), place: path === '' ? 'value' : `value ${path}`, flow: 'values' }];
}

/** JSON, or a line each; undefined where it is none, and is to be read as plain text. */
export function readJson(text: string): Passage[] | undefined {
  try {
    return wordsOf(JSON.parse(text), '');
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      return lines.length > 1
        ? wordsOf(
            lines.map((line) => JSON.parse(line) as unknown),
            '',
          )
        : undefined;
    } catch {
      // Neither: whoever asks reads it as plain text, so that nothing goes unseen.
      return undefined;
    }
  }
}

/** Scalars of YAML as they are meant, without escapes and folded lines; its text is read as it stands besides. */
export function readYamlWords(text: string): Passage[] {
  const words: Passage[] = [];
  for (const document of parseAllDocuments(text, { strict: false, uniqueKeys: false }))
    if ('contents' in document)
      visit(document, {
        Scalar(key, node) {
          const isKey = key === 'key';
          if (node.value !== null && node.value !== undefined)
            words.push({
              text: String(node.value),
              place: isKey ? 'key' : 'value',
              flow: isKey ? 'keys' : 'values',
            });
        },
      });
  return words;
}
