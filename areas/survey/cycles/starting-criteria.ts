import fs from 'node:fs';
import { readYaml } from '../../../kernel/yaml.ts';
import { type Criterion, criteriaDocument } from './schema.ts';

const FILE = new URL('../../../cases/survey/criteria.yaml', import.meta.url);
const LARGEST = 50_000;

let read: readonly Criterion[] | undefined;

/** The criteria a cycle begins with (C0-C1 to C0-C7): read once from their file. */
export function startingCriteria(): readonly Criterion[] {
  read ??= criteriaDocument.parse(readYaml(fs.readFileSync(FILE, 'utf8'), LARGEST));
  return read;
}
