import fs from 'node:fs';
import { readYaml } from '../../../kernel/yaml.ts';
import { LISTS, type ListDocument, type ListKind, listDocument } from './schema.ts';

const FILE = new URL('../../../cases/survey/lists.yaml', import.meta.url);
const LARGEST = 200_000;

let read: Readonly<Record<ListKind, ListDocument>> | undefined;

/** The first edition of every list: what the product brings, read once from its file. */
export function startingLists(): Readonly<Record<ListKind, ListDocument>> {
  if (read) return read;
  const file = readYaml(fs.readFileSync(FILE, 'utf8'), LARGEST) as Record<string, unknown>;
  read = Object.fromEntries(LISTS.map((list) => [list, listDocument.parse(file[list])])) as Record<
    ListKind,
    ListDocument
  >;
  return read;
}
