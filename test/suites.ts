import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const BESIDE = '{kernel,database,sources,channels,areas,cases,apps}/**/*.test.ts';

/** Who opens a house, or anything else this folder starts, wants a database; a clock, a fixture or a broken file wants none. */
const OPENS =
  /from '(?:\.\.\/)+test\/(?!clock\.ts|workbooks\.ts|broken-packages\.ts|told-report\.ts|plain-form\.ts)/;

const opens = (at: string): boolean => OPENS.test(fs.readFileSync(path.join(ROOT, at), 'utf8'));
const beside = fs.globSync(BESIDE, { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] });

/** Tests stand beside what they test and are named after it; the suite one belongs to is read from what it imports. */
export const ON_A_DATABASE = beside.filter(opens);
export const WITHOUT_DATABASE = beside.filter((at) => !opens(at));
