import fs from 'node:fs';
import { readYaml } from '../../../kernel/yaml.ts';
import { type RegimeDocument, regimeDocument } from './schema.ts';

const FILE = new URL('../../../cases/reports/regimes.yaml', import.meta.url);
const LARGEST = 100_000;

let read: ReadonlyMap<string, RegimeDocument> | undefined;

/** The first edition of each regime the product brings, in the order of its file; read once. */
export function startingRegimes(): ReadonlyMap<string, RegimeDocument> {
  if (read) return read;
  const file = readYaml(fs.readFileSync(FILE, 'utf8'), LARGEST) as Record<string, unknown>;
  read = new Map(Object.entries(file).map(([key, document]) => [key, regimeDocument.parse(document)]));
  return read;
}
