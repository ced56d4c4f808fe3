import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from './exit.ts';

const SONAE = path.join(import.meta.dirname, 'main.ts');
let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-survey-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function survey(content: string | Uint8Array, ...line: readonly string[]) {
  const [what = '', ...options] = line;
  const file = path.join(folder, 'scores.csv');
  fs.writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [SONAE, 'survey', what, file, ...options, '--json'],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr: stderr.replaceAll(file, 'scores.csv') };
}

describe('sonae survey alpha', () => {
  test('prints alpha, level, units and interval of a published example, and the same again', () => {
    const four =
      '\uFEFFrater,u1,u2,u3,u4,u5,u6,u7,u8,u9,u10,u11,u12\r\nA,1,2,3,3,2,1,4,1,2,,,\r\nB,1,2,3,3,2,2,4,1,2,5,,3\r\nC,,3,3,3,2,3,4,2,2,5,1,\r\nD,1,2,3,3,2,4,4,1,2,5,1,\r\n';
    const told = survey(four, 'alpha', '--level', 'ordinal', '--seed', '5');
    const found = JSON.parse(told.stdout) as { alpha: number };
    expect(Object.keys(found)).toEqual(['alpha', 'level', 'units', 'interval']);
    expect(found).toMatchObject({ level: 'ordinal', units: 11, interval: [expect.any(Number), expect.any(Number)] }); // biome-ignore format: one line
    expect(found.alpha.toFixed(3)).toBe('0.815');
    expect(told).toMatchObject({ status: EXIT.done, stderr: '' });
    expect(survey(four, 'alpha', '--level', 'ordinal', '--seed', '5')).toEqual(told);
  });

  test('of words says what it took as names', () => {
    const told = survey('A;良;混在;良\nB;良;混在;否\n', 'alpha', '--level', 'nominal');
    expect(JSON.parse(told.stdout)).toMatchObject({ units: 3 });
    expect(told.stderr).toContain('the first column taken as names; --no-header and --no-names');
    const all = survey('A;良;混在;良\nB;良;混在;否\n', 'alpha', '--level', 'nominal', '--no-names');
    expect(JSON.parse(all.stdout)).toMatchObject({ units: 4 });
    expect(all.stderr).toBe('');
  });

  test('what cannot be told is null and no error', () => {
    expect(survey('1,2,3\n', 'alpha', '--level', 'ordinal')).toMatchObject({
      status: EXIT.done,
      stdout: '{"alpha":null,"level":"ordinal","units":0,"interval":null}\n',
    });
  });

  test('a wrong cell is named by row and column, with what to do', () => {
    const told = survey('1,2,3\n\n1,two,3\n', 'alpha', '--level', 'ordinal');
    expect(told).toMatchObject({ status: EXIT.failed, stdout: '' });
    expect(JSON.parse(told.stderr)).toEqual({
      error:
        'scores.csv: row 3, column 2: “two” is not a number, which --level ordinal needs. Correct it, or use --level nominal',
      file: 'scores.csv',
      row: 3,
      column: 2,
    });
  });

  test('a wrong option is wrong usage', () => {
    const told = survey('1,2\n1,2\n', 'alpha', '--level', 'interval');
    expect(told).toMatchObject({ status: EXIT.usage, stdout: '' });
    expect(told.stderr).toContain('--level interval: enter ordinal or nominal');
    expect(survey('1,2\n1,2\n', 'alpha', '--level', 'ordinal', '--seed', '-1').status).toBe(EXIT.usage);
  });
});

describe('sonae survey firmness', () => {
  const five = 'id,a,b,c,d,e,f,g\nR-1,3,3,3,3,3,3,3\nR-2,3,0,2,1,2.5,1,0\nR-3,1,3,1,2,1,2,1\nR-4,2,1,2,1,2,1,2\nR-5,0,0,0,0,0,0,0\n'; // biome-ignore format: one line

  test('prints the share of each candidate in the order of the file, and the same again', () => {
    const ask = () => survey(five, 'firmness', '--choose', '2', '--draws', '10000', '--seed', '1');
    const told = ask();
    const found = JSON.parse(told.stdout) as { id: string; share: number }[];
    expect(found.map(({ id }) => id)).toEqual(['R-1', 'R-2', 'R-3', 'R-4', 'R-5']);
    expect([found[0], found[4]]).toEqual([{ id: 'R-1', share: 1 }, { id: 'R-5', share: 0 }]); // biome-ignore format: one line
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(2, 4);
    expect(ask()).toEqual(told);
  });

  test('more than there are cannot be chosen', () => {
    const told = survey(five, 'firmness', '--choose', '6');
    expect(told).toMatchObject({ status: EXIT.usage, stdout: '' });
    expect(told.stderr).toContain('--choose 6: the file has 5 candidates. Choose 5 at most');
  });

  test('a score that is none is named by row, column and header', () => {
    const told = survey(five.replace('2.5', '-1'), 'firmness', '--choose', '2');
    expect(told.status).toBe(EXIT.failed);
    expect(JSON.parse(told.stderr)).toMatchObject({
      error: 'scores.csv: row 3, column 6: “-1” is no score (e). Enter a number from 0 to 3',
      row: 3,
      column: 6,
    });
  });
});

test('a file that is not there is wrong usage', () => {
  const { status, stderr } = spawnSync(process.execPath, [SONAE, 'survey', 'firmness', path.join(folder, 'none.csv'), '--choose', '1'], { encoding: 'utf8' }); // biome-ignore format: one line
  expect(status).toBe(EXIT.usage);
  expect(stderr).toContain('none.csv: no such file');
});
