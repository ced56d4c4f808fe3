import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bookContent } from '../../areas/survey/publication/book/book-content.ts';
import { zipOf } from '../../kernel/zip-writer.ts';
import { drawNothing, nineCasesBook } from '../../test/survey-book.ts';
import { CliError, EXIT } from './exit.ts';
import { surveyCommands } from './survey-commands.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-site-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const at = (...names: readonly string[]): string => path.join(folder, ...names);

async function site(...args: readonly string[]): Promise<{ code: number; error: string }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const program = new Command('sonae').option('--json');
  surveyCommands(program);
  try {
    await program.parseAsync(['node', 'sonae', 'survey', 'site', ...args]);
    return { code: EXIT.done, error: '' };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { code: error.exitCode, error: error.message };
  } finally {
    write.mockRestore();
  }
}

const PDF = Buffer.from('%PDF-1.7 a report');
let edition: { [key: string]: unknown };
beforeAll(async () => {
  const book = nineCasesBook({ cases: nineCasesBook().cases.slice(0, 1), statistics: null });
  const contents = {
    ja: await bookContent(book, 'ja', { draw: drawNothing }),
    en: await bookContent(book, 'en', { draw: drawNothing }),
  };
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  edition = {
    format: 'sonae-published-edition',
    fiscalYear: 2024,
    edition: 1,
    date: book.date,
    withdrawn: [],
    contents,
    files: [{ name: 'report-ja.pdf', sha256, size: PDF.length }],
  };
  fs.mkdirSync(at('2024'));
  fs.writeFileSync(at('2024', 'edition.json'), JSON.stringify(edition));
  fs.writeFileSync(at('2024', 'report-ja.pdf'), PDF);
});

describe('sonae survey site', () => {
  test('makes the site of an edition, with the files beside it, and takes the place of an older one whole', async () => {
    fs.mkdirSync(at('out'));
    expect(await site('--editions', at('2024', 'edition.json'), '--out', at('out'))).toEqual({
      code: 0,
      error: '',
    });
    expect(fs.readFileSync(at('out', 'files', '2024', 'report-ja.pdf'))).toEqual(PDF);
    fs.writeFileSync(at('out', 'ja', 'of-yesterday.html'), 'x');
    expect((await site('--editions', at('2024', 'edition.json'), '--out', at('out'))).code).toBe(0);
    expect(fs.existsSync(at('out', 'ja', 'of-yesterday.html'))).toBe(false);
    expect(fs.existsSync(at('out', 'ja', '2024', 'case-1.html'))).toBe(true);
    expect(fs.existsSync(at('out.part'))).toBe(false);
  });

  test('what is wrong is named by file and field, and nothing is written', async () => {
    const put = (name: string, value: unknown): string => {
      fs.writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
      return at(name);
    };
    const refused = async (file: string, words: RegExp, ...more: readonly string[]) => {
      const { code, error } = await site('--editions', file, ...more, '--out', at('never'));
      expect(code).toBe(EXIT.failed);
      expect(error).toMatch(words);
      expect(fs.existsSync(at('never'))).toBe(false);
    };
    await refused(put('a.json', 'no JSON'), /a\.json: edition: This is not JSON/);
    await refused(put('b.json', { ...edition, edition: 0 }), /b\.json: edition\b/);
    const same = put('c.json', edition);
    await refused(same, /fiscalYear 2024: There are two editions/, same);
    fs.mkdirSync(at('changed'));
    fs.writeFileSync(at('changed', 'report-ja.pdf'), 'another');
    await refused(
      put('changed/edition.json', edition),
      /report-ja\.pdf: This is not the file of the edition/,
    );
  });

  test('without editions the site is that of the server, unpacked; what it refuses is said', async () => {
    const zip = zipOf(
      new Map([
        ['site.css', 'a{}'],
        ['ja/index.html', '<p>'],
      ]),
    );
    const answers = [
      new Response(new Uint8Array(zip)),
      Response.json({ title: 'Not found', detail: 'Nothing has been published yet' }, { status: 404 }),
      new Response(new Uint8Array(zipOf(new Map([['../x', '']])))),
    ];
    const asked = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => answers.shift() ?? Response.error());
    expect(await site('--out', at('served'), '--address', 'https://survey.example')).toEqual({
      code: 0,
      error: '',
    });
    expect(String(asked.mock.calls[0]?.[0])).toContain(
      '/api/survey/site?address=https%3A%2F%2Fsurvey.example',
    );
    expect(fs.readFileSync(at('served', 'ja', 'index.html'), 'utf8')).toBe('<p>');
    expect(await site('--out', at('none'))).toMatchObject({
      code: EXIT.missing,
      error: expect.stringContaining('Nothing has been published yet'),
    });
    expect(await site('--out', at('none'))).toMatchObject({
      code: EXIT.failed,
      error: expect.stringContaining('../x'),
    });
    expect(fs.existsSync(at('none'))).toBe(false);
    asked.mockRestore();
  });

  test('a folder with something else in it, and an address that is none, are refused', async () => {
    fs.mkdirSync(at('mine'));
    fs.writeFileSync(at('mine', 'letter.txt'), 'x');
    const into = await site('--editions', at('2024', 'edition.json'), '--out', at('mine'));
    expect(into).toMatchObject({ code: EXIT.usage, error: expect.stringContaining('holds something else') });
    expect(fs.readdirSync(at('mine'))).toEqual(['letter.txt']);
    const where = await site(
      '--editions',
      at('2024', 'edition.json'),
      '--out',
      at('x'),
      '--address',
      'survey',
    );
    expect(where).toMatchObject({ code: EXIT.usage });
  });
});
