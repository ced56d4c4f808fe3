import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportContent } from '../../areas/survey/content/schema.ts';
import { EXIT } from './exit.ts';

const SONAE = path.join(import.meta.dirname, 'main.ts');
let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-form-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const survey = (...line: readonly string[]) =>
  spawnSync(process.execPath, [SONAE, 'survey', ...line], { encoding: 'utf8' });

test('a form is printed, and read back as it is: exactly report and faults', () => {
  const printed = survey('form', '--lang', 'en', '--out', at('form.xlsx'), '--json');
  expect(printed).toMatchObject({ status: EXIT.done, stderr: '' });
  const { status, stdout, stderr } = survey('read-form', at('form.xlsx'), '--json');
  expect({ status, stderr }).toEqual({ status: EXIT.done, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ report: reportContent.parse({}), faults: [] });
});

test('what is no form is a fault in the language asked for, and the exit code says so', () => {
  fs.writeFileSync(at('form.csv'), 'a,b\n');
  const read = survey('read-form', at('form.csv'), '--lang', 'en', '--json');
  expect(read.status).toBe(EXIT.failed);
  const { faults } = JSON.parse(read.stdout) as { faults: unknown[] };
  expect(faults).toEqual([
    { sheet: '', cell: '', field: 'file', text: expect.stringContaining('text file') },
  ]);
  expect(survey('read-form', at('form.csv')).stdout).toContain('CSV');
});

test('wrong usage is told from faults', () => {
  for (const line of [
    ['read-form', at('none.xlsx')],
    ['read-form', at('form.csv'), '--lang', 'fr'],
    ['form', '--out', at('form.pdf')],
  ])
    expect([line, survey(...line, '--json').status]).toEqual([line, EXIT.usage]);
});
