import fs from 'node:fs';
import { readYaml } from '../../../kernel/yaml.ts';
import { type DeadlinesDocument, deadlinesDocument } from './schema.ts';

const FILE = new URL('../../../cases/survey/deadlines.yaml', import.meta.url);
const LARGEST = 20_000;
let read: DeadlinesDocument | undefined;

/** The first edition: what the product brings, read once from its file. */
export function startingDeadlines(): DeadlinesDocument {
  read ??= deadlinesDocument.parse(readYaml(fs.readFileSync(FILE, 'utf8'), LARGEST));
  return read;
}
