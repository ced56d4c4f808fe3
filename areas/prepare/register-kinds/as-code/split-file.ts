/** A file whose long list of systems is read bit by bit. */
export interface SplitFile {
  /** All but the list. */
  readonly rest: string;
  /** Lists of some entries each, and how many lines of the file come before. */
  readonly parts: readonly { readonly text: string; readonly before: number }[];
}

const LIST = /^systems:[ \t]*\r?\n/m;
/** So many entries take some tenths of a second to read. */
const A_PART = 1_000;

/**
 * Takes a file apart at the entries of its systems, where these are written one under the other: a whole tree of tens of
 * thousands takes more memory than a thread may have. Each part stands by itself, for an entry ends where one begins as
 * far to the left.
 * @returns undefined where it is not written so
 */
export function splitFile(text: string): SplitFile | undefined {
  const found = LIST.exec(text);
  if (!found) return undefined;
  const from = found.index + found[0].length;
  const end = /^[^\s#-]/m.exec(text.slice(from));
  const until = end ? from + end.index : text.length;
  const list = text.slice(from, until);
  const indent = /^( *)- /m.exec(list)?.[1];
  if (indent === undefined || list.slice(0, list.indexOf(`${indent}- `)).trim() !== '') return undefined;
  const before = text.slice(0, from).split('\n').length - 1;
  const begin = new RegExp(`^${indent}- `, 'gm');
  const parts: { text: string; before: number }[] = [];
  let start = 0;
  let lines = before;
  let entries = 0;
  const cut = (at: number) => {
    const part = list.slice(start, at);
    if (part !== '') parts.push({ text: part, before: lines });
    lines += part.split('\n').length - 1;
    start = at;
  };
  for (let each = begin.exec(list); each; each = begin.exec(list)) {
    if (entries > 0 && entries % A_PART === 0) cut(each.index);
    entries += 1;
  }
  cut(list.length);
  return { rest: `${text.slice(0, from).replace(LIST, 'systems: []\n')}${text.slice(until)}`, parts };
}
