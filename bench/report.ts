import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { reportContent } from '../areas/learn/cases/report-content.ts';
import type { CaseDocument } from '../areas/learn/cases/schema.ts';
import { addonHere, type EngineKind } from '../report/document/engines.ts';
import { renderPdf } from '../report/document/pdf.ts';
import { render } from '../report/document/render.ts';
import { type DrawnFigure, dressed, type FigureRequest } from '../report/figure/draw-sheets.ts';
import { solveAll } from '../report/figure/solve-all.ts';

/** Warm is the median of so many. */
const RUNS = 5;
const SIXTY = 60;

interface Timed<T> {
  readonly value: T;
  readonly ms: number;
  /** How busy the machine was meanwhile: its load of one minute. */
  readonly load: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun, load: os.loadavg()[0] ?? 0 };
}

async function median<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const runs: Timed<T>[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await timed(work));
  return runs.sort((a, b) => a.ms - b.ms)[RUNS >> 1] as Timed<T>;
}

const keyOf = ({ figure, language, page }: FigureRequest): string => JSON.stringify([language, page, figure]);

/** Drawings are kept, as in the product, where a figure is drawn once a version. */
function keeper(): typeof solveAll {
  const kept = new Map<string, DrawnFigure[]>();
  return async (requests, onDone) => {
    const missing = requests.filter((request) => !kept.has(keyOf(request)));
    const drawn = await solveAll(
      missing.map((request) => ({ ...request, title: '', prefix: '' })),
      onDone,
    );
    missing.forEach((request, i) => {
      kept.set(keyOf(request), drawn[i] ?? []);
    });
    return requests.map((request) => dressed(kept.get(keyOf(request)) ?? [], request));
  };
}

/** Cases of which no two read or look the same, from nine: their words, order and figures are told apart by a number. */
const sixty = (cases: readonly CaseDocument[]): CaseDocument[] =>
  Array.from({ length: SIXTY }, (_, i) => {
    const copy = structuredClone(cases[i % cases.length] as CaseDocument);
    const round = Math.floor(i / cases.length);
    copy.id = `${copy.id}-${i}`.slice(-40).replace(/^[^a-z]+/, '');
    copy.order = i + 1;
    copy.title = { ...copy.title, ja: `${copy.title.ja}（${i + 1}）`, en: `${copy.title.en} (${i + 1})` };
    for (const claims of Object.values(copy.sections))
      for (const claim of claims) claim.text = { ...claim.text, ja: `${claim.text.ja}${round}。` };
    return copy;
  });

/** As `draw`, but no two pictures are the same. */
const told =
  (draw: typeof solveAll): typeof solveAll =>
  async (requests, onDone) =>
    (await draw(requests, onDone)).map((figures, i) =>
      figures.map((figure) => ({ ...figure, svg: figure.svg.replaceAll('</text>', `${i}</text>`) })),
    );

/** Chromium prints the same report from its HTML: the program started each time, and one that is open already. */
async function peer(html: Uint8Array): Promise<{ cold: Timed<Buffer>; warm: Timed<Buffer> }> {
  const page = path.join(fs.mkdtempSync('/tmp/sonae-bench-'), 'report.html');
  fs.writeFileSync(page, html);
  const launch = () =>
    chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  const print = async (browser: Awaited<ReturnType<typeof launch>>): Promise<Buffer> => {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    const pdf = await tab.pdf({ preferCSSPageSize: true, tagged: true });
    await tab.close();
    return pdf;
  };
  const cold = await timed(async () => {
    const browser = await launch();
    const pdf = await print(browser);
    await browser.close();
    return pdf;
  });
  const browser = await launch();
  await print(browser);
  const warm = await median(() => print(browser));
  await browser.close();
  return { cold, warm };
}

const row = ({ ms, load }: Timed<unknown>, bytes = 0) => ({
  ms: Math.round(ms),
  kB: Math.round(bytes / 1024),
  load: Number(load.toFixed(1)),
});

/** Nine cases as PDF by each engine that is here, figures kept, against Chromium; then sixty different cases. */
export async function benchReport(): Promise<void> {
  const folder = new URL('../cases/', import.meta.url);
  const cases = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));
  const draw = keeper();
  const laid = await timed(() => reportContent(cases, 'ja', { draw }));
  const table: Record<string, ReturnType<typeof row>> = { 'nine figures laid out, once': row(laid) };
  const engines: EngineKind[] = addonHere() ? ['portable', 'addon'] : ['portable'];
  const files = new Map<EngineKind, Uint8Array>();
  const warm = new Map<EngineKind, number>();
  const many = sixty(cases);
  for (const engine of engines) {
    const book = async () => renderPdf(await reportContent(many, 'ja', { draw: told(draw) }), engine);
    const once = await timed(book);
    const twice = await timed(book);
    table[`PDF of ${SIXTY} different cases, ${engine}, first`] = row(once, once.value.length);
    table[`PDF of ${SIXTY} different cases, ${engine}, again`] = row(twice, twice.value.length);
    const make = async () => renderPdf(await reportContent(cases, 'ja', { draw }), engine);
    await make();
    const again = await median(make);
    table[`PDF of nine cases, ${engine}, again`] = row(again, again.value.length);
    files.set(engine, again.value);
    warm.set(engine, again.ms);
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const html = await timed(() => render(laid.value, 'html'));
  table['HTML'] = row(html, html.value.length);
  const { cold, warm: printed } = await peer(html.value);
  table['Chromium prints the HTML, started for it'] = row(cold, cold.value.length);
  table['Chromium prints the HTML, open already'] = row(printed, printed.value.length);
  console.table(table);
  const [one, other] = [...files.values()];
  const same =
    one && other ? (Buffer.from(one).equals(other) ? 'same bytes' : 'OTHER BYTES') : 'one engine here';
  const times = [...warm].map(([engine, ms]) => `${engine} ${(printed.ms / ms).toFixed(1)}×`);
  console.log(
    `peak memory ${peakMegabytes.toFixed(0)} MB; faster than Chromium: ${times.join(', ')}; ${same}`,
  );
}
