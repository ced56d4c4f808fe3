import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import { reportContent } from '../../areas/learn/cases/report-content.ts';
import { drawSheets } from '../figure/draw-sheets.ts';
import { generatedFigure } from '../figure/generated.ts';
import type { ReportContent } from './content.ts';
import { addonHere, ENGINES, keptEngines, openEngine } from './engines.ts';
import { japaneseFont } from './fonts.ts';
import { renderPdf } from './pdf.ts';

const CASES = new URL('../../cases/', import.meta.url);
const cases = fs
  .readdirSync(CASES)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));

const contentIn = (language: 'ja' | 'en', some = cases): Promise<ReportContent> => {
  const picture = drawSheets({ figure: generatedFigure(3), language, title: 'x', prefix: 'x-' });
  const about = { issuer: 'X', programme: 'Y', date: '2026-11-29' };
  return reportContent(some, language, { draw: async (requests) => requests.map(() => picture), about });
};
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

describe.each(['ja', 'en'] as const)('a report in %s', (language) => {
  test('has the same bytes from the portable build and from the addon', async () => {
    // It comes with the tools; without it one engine would be held against itself.
    expect(addonHere()).toBeDefined();
    const content = await contentIn(language);
    expect(same(await renderPdf(content, 'addon'), await renderPdf(content, 'portable'))).toBe(true);
  });

  test('has the same bytes however many others were set before it', async () => {
    const content = await contentIn(language);
    const first = await renderPdf(content, 'portable');
    await renderPdf(await contentIn(language, cases.slice(2, 5)), 'portable');
    const [one, other] = await Promise.all([renderPdf(content, 'portable'), renderPdf(content, 'portable')]);
    expect(same(first, one)).toBe(true);
    expect(same(first, other)).toBe(true);
  });
});

test('what cannot be set leaves the thread ready for the next', async () => {
  const content = await contentIn('ja');
  const broken = {
    ...content,
    cases: content.cases.map((each) => ({ ...each, figures: [{ svg: '<', alt: '' }] })),
  };
  await expect(renderPdf(broken, 'portable')).rejects.toThrow('could not be set');
  expect((await renderPdf(content, 'portable')).length).toBeGreaterThan(100_000);
});

test.each(ENGINES)(
  'the files of what the %s engine could not set are not there for the next',
  async (kind) => {
    const engine = await openEngine(kind, [japaneseFont(400)]);
    const files = new Map([['/other.txt', Buffer.from('x')]]);
    await expect(engine.set('#panic("no")', files)).rejects.toThrow();
    await expect(engine.set('#read("/other.txt")', new Map())).rejects.toThrow();
  },
);

test('an engine is opened once, and again where it could not be', async () => {
  const engine = { set: async () => new Uint8Array() };
  let opened = 0;
  const engineOf = keptEngines(async () => {
    opened += 1;
    if (opened === 1) throw new Error('no memory');
    return engine;
  });
  await expect(engineOf('portable')).rejects.toThrow('no memory');
  expect(await engineOf('portable')).toBe(engine);
  expect(await engineOf('portable')).toBe(engine);
  expect(opened).toBe(2);
});
