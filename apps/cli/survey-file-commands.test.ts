import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { CliError, EXIT } from './exit.ts';
import { reportCommand } from './report-command.ts';
import { surveyCommands } from './survey-commands.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-survey-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);
const incident = path.resolve(import.meta.dirname, '../../areas/survey/anonymise/incidents/port.yaml');
const read = parse(fs.readFileSync(incident, 'utf8')) as {
  case: Record<string, unknown>;
  entities: unknown[];
};
fs.writeFileSync(at('case.yaml'), stringify(read.case));
fs.writeFileSync(at('entities.yaml'), stringify({ entities: read.entities }));

/** As the command line does it, within this process: another one reads the whole house first. */
async function sonae(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const program = new Command('sonae').option('--json');
  surveyCommands(program);
  reportCommand(program);
  try {
    await program.parseAsync(['node', 'sonae', ...args]);
    return { code: Number(process.exitCode ?? EXIT.done), out, error: '' };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { code: error.exitCode, out, error: error.message };
  } finally {
    write.mockRestore();
    process.exitCode = undefined;
  }
}

describe('sonae survey scan', () => {
  test('1 with what was found, 0 with nothing, 2 where it cannot be known', async () => {
    const found = await sonae('survey', 'scan', '--entities', at('entities.yaml'), '--json', at('case.yaml'));
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toContainEqual(
      expect.objectContaining({
        path: at('case.yaml'),
        page: null,
        entity: '名古屋港運協会',
        form: '名古屋港運協会',
        text: '名古屋港運協会',
      }),
    );
    fs.writeFileSync(at('clean.md'), '港の運営団体は拠点を再開した。');
    const clean = await sonae('survey', 'scan', '--entities', at('entities.yaml'), '--json', at('clean.md'));
    expect([clean.code, clean.out]).toEqual([0, '[]\n']);
    fs.writeFileSync(at('broken.pdf'), '%PDF-1.7 nothing');
    expect((await sonae('survey', 'scan', '--entities', at('entities.yaml'), at('broken.pdf'))).code).toBe(2);
    expect((await sonae('survey', 'scan', '--entities', at('entities.yaml'), at('no such file'))).code).toBe(
      2,
    );
    fs.writeFileSync(at('wrong.yaml'), 'entities: [{kind: person}]');
    const wrong = await sonae('survey', 'scan', '--entities', at('wrong.yaml'), at('clean.md'));
    expect([wrong.code, wrong.error.includes('entities.0.names')]).toEqual([2, true]);
  });
});

describe('sonae survey suppress', () => {
  test('reads a table as spreadsheets save it; a folder is named as one', async () => {
    // 「計」 in Shift_JIS.
    const total = Buffer.from([0x8c, 0x76]);
    const sheet = [',a,', total, '\nx,5,5\ny,6,6\n', total, ',11,11\n'].map((each) => Buffer.from(each));
    fs.writeFileSync(at('saved.csv'), Buffer.concat(sheet));
    const { code, out } = await sonae('survey', 'suppress', at('saved.csv'), '--json');
    expect([code, JSON.parse(out).table[0]]).toEqual([0, ['', 'a', '計']]);
    fs.mkdirSync(at('folder'));
    const folder = await sonae('survey', 'suppress', at('folder'), '--json');
    expect([folder.code, folder.error.includes('this is a folder')]).toEqual([2, true]);
  });
});

describe('sonae survey anonymise', () => {
  test('writes a case that scans clean, and its log elsewhere', async () => {
    const { code, out } = await sonae(
      'survey',
      'anonymise',
      '--case',
      at('case.yaml'),
      '--entities',
      at('entities.yaml'),
      '--out',
      at('public.yaml'),
      '--log',
      at('log.json'),
      '--json',
    );
    expect(code).toBe(0);
    expect((JSON.parse(out) as { replaced: number }).replaced).toBeGreaterThan(10);
    expect((await sonae('survey', 'scan', '--entities', at('entities.yaml'), at('public.yaml'))).code).toBe(
      0,
    );
    expect(fs.readFileSync(at('log.json'), 'utf8')).toContain('名古屋港運協会');
    expect(fs.statSync(at('log.json')).mode & 0o077).toBe(0);
  });
  test('writes nothing while something has to be decided', async () => {
    const open = structuredClone(read.case) as { sections: { response: Record<string, unknown>[] } };
    delete open.sections.response[0]?.['general'];
    fs.writeFileSync(at('open.yaml'), stringify(open));
    const { code, error } = await sonae(
      'survey',
      'anonymise',
      '--case',
      at('open.yaml'),
      '--entities',
      at('entities.yaml'),
      '--out',
      at('none.yaml'),
      '--lang',
      'en',
    );
    expect([code, fs.existsSync(at('none.yaml'))]).toEqual([1, false]);
    expect(error).toContain('sections.response.0.general: Enter the general wording');
    const report = await sonae(
      'report',
      'build',
      '--cases',
      at('open.yaml'),
      '--out',
      at('r.md'),
      '--edition',
      'public',
      '--draft',
      '--lang',
      'en',
    );
    expect([report.code, report.error.includes('sections.response.0.general')]).toEqual([1, true]);
  });
});

test('sonae survey suppress prints the table and what is left to guess, and refuses wrong totals', async () => {
  fs.writeFileSync(at('t.csv'), ',A,B,計\nx,1,20,21\ny,14,25,39\n計,15,45,60\n');
  const { code, out } = await sonae('survey', 'suppress', at('t.csv'), '--k', '3', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    table: [
      ['', 'A', 'B', '計'],
      ['x', null, null, 21],
      ['y', null, null, 39],
      ['計', 15, 45, 60],
    ],
    hidden: [
      { row: 'x', column: 'A', low: 0, high: 15 },
      { row: 'x', column: 'B', low: 6, high: 21 },
      { row: 'y', column: 'A', low: 0, high: 15 },
      { row: 'y', column: 'B', low: 24, high: 39 },
    ],
  });
  fs.writeFileSync(at('w.csv'), ',A,計\nx,1,2\n計,1,2\n');
  const wrong = await sonae('survey', 'suppress', at('w.csv'));
  expect([wrong.code, wrong.error.includes('row x')]).toEqual([5, true]);
});
