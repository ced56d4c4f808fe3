import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test, vi } from 'vitest';
import { exchangeCommands } from './exchange-commands.ts';
import { CliError } from './exit.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-packages-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

/** As `main.ts` runs a command: what it prints, or the code and the reason it ends with. */
async function sonae(...words: string[]): Promise<Record<string, unknown>> {
  let printed = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command().option('--json').exitOverride();
  exchangeCommands(program);
  try {
    await program.parseAsync([...words, '--json'], { from: 'user' });
    return { status: 0, ...(JSON.parse(printed) as object) };
  } catch (error) {
    if (error instanceof CliError) return { status: error.exitCode, ...error.extra };
    throw error;
  } finally {
    stdout.mockRestore();
  }
}

test('a package is made and checked without a server; whatever is wrong with it ends with 1 and its reason', async () => {
  for (const [name, who] of [
    ['a', '甲水道'],
    ['b', '事務局'],
  ] as const)
    expect(
      await sonae('card', '--key', at(`${name}.pem`), '--name', who, '--out', at(`${name}.card`)),
    ).toMatchObject({
      status: 0,
      name: who,
      made: true,
    });
  expect(fs.statSync(at('a.pem')).mode & 0o077).toBe(0);
  fs.writeFileSync(at('report.json'), JSON.stringify({ title: '配水制御の停止' }));
  fs.writeFileSync(at('log.txt'), '12:00 停止\n');
  const pack = (out: string) =>
    sonae(
      ...['pack', at('report.json'), '--key', at('a.pem'), '--to', at('b.card'), '--kind', 'report'],
      ...['--attach', at('log.txt'), '--out', at(out)],
    );
  const packed = await pack('1.sonae');
  expect(packed).toMatchObject({ status: 0, kind: 'report', number: 1 });
  expect(await pack('1.sonae')).toMatchObject({ status: 2 });
  const unpack = (file: string, from = 'a', ...more: string[]) =>
    sonae('unpack', at(file), '--from', at(`${from}.card`), ...more);
  expect(await unpack('1.sonae', 'a', '--for', at('b.card'), '--save', folder)).toMatchObject({
    status: 0,
    hash: packed['hash'],
    payload: { title: '配水制御の停止' },
    saved: [at('1-log.txt')],
  });
  expect(fs.readFileSync(at('1-log.txt'), 'utf8')).toBe('12:00 停止\n');
  expect(await unpack('1.sonae', 'b')).toMatchObject({ status: 1, reason: 'foreign' });
  expect(await unpack('1.sonae', 'a', '--for', at('a.card'))).toMatchObject({
    status: 1,
    reason: 'not-for-us',
  });

  const good = fs.readFileSync(at('1.sonae'), 'utf8');
  const broken = {
    tampered: good.replace('配水', '排水'),
    unsigned: good.split('\n').slice(0, 2).concat('').join('\n'),
    cut: good.slice(0, 200),
    'too-large': 'x'.repeat(25 * 1024 * 1024),
  };
  for (const [reason, text] of Object.entries(broken)) {
    fs.writeFileSync(at(`${reason}.sonae`), text);
    expect(await unpack(`${reason}.sonae`)).toMatchObject({ status: 1, reason });
  }
});
