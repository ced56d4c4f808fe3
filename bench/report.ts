import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { reportContent } from '../areas/learn/cases/report-content.ts';
import { render } from '../report/document/render.ts';

const timed = async <T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> => {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun };
};

/** The whole report of nine cases as PDF, against Chromium printing the same report from its HTML. */
export async function benchReport(): Promise<void> {
  const folder = new URL('../cases/', import.meta.url);
  const cases = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));
  const laid = await timed(() => reportContent(cases, 'ja'));
  const cold = await timed(() => render(laid.value, 'pdf'));
  const warm = await timed(() => render(laid.value, 'pdf'));
  const html = await timed(() => render(laid.value, 'html'));
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const page = path.join(fs.mkdtempSync('/tmp/sonae-bench-'), 'report.html');
  fs.writeFileSync(page, html.value);
  const printed = await timed(async () => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    const pdf = await tab.pdf({ preferCSSPageSize: true, tagged: true });
    await browser.close();
    return pdf;
  });
  const row = (ms: number, bytes: number) => ({ ms: Math.round(ms), kB: Math.round(bytes / 1024) });
  console.table({
    'nine figures laid out': row(laid.ms, 0),
    'PDF, first': row(cold.ms, cold.value.length),
    'PDF, again': row(warm.ms, warm.value.length),
    HTML: row(html.ms, html.value.length),
    'Chromium prints the HTML': row(printed.ms, printed.value.length),
  });
  console.log(
    `peak memory ${peakMegabytes.toFixed(0)} MB; PDF ${(warm.ms / printed.ms).toFixed(2)}× the time of Chromium`,
  );
}
