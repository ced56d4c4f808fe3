import fs from 'node:fs';
import http from 'node:http';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import type { FigureRequest } from '../../report/figure/draw-sheets.ts';
import { solveAll } from '../../report/figure/solve-all.ts';
import { freePort } from '../processes.ts';
import { tenthOf } from '../rounds.ts';

const ASSETS = new URL('../../apps/console/dist/assets/', import.meta.url);
const CASES = new URL('../../cases/', import.meta.url);

/** The worker of the built console, and an empty page to start it from. */
function serve(port: number): http.Server {
  const [worker = ''] = fs.readdirSync(ASSETS).filter((name) => /^figure-worker-.*\.js$/.test(name));
  const script = fs.readFileSync(new URL(worker, ASSETS));
  return http
    .createServer((request, answer) => {
      const asksScript = request.url === '/worker.js';
      answer.setHeader('content-type', asksScript ? 'text/javascript' : 'text/html');
      answer.end(asksScript ? script : '<!doctype html>');
    })
    .listen(port, '127.0.0.1');
}

test('cases, in one language and the other by turns, are drawn in the browser as in Node, byte by byte', async () => {
  const files = fs.readdirSync(CASES).filter((name) => /^\d\d-.*\.yaml$/.test(name));
  expect(files).toHaveLength(9);
  const requests = tenthOf(files).map((file, i): FigureRequest => {
    const { figure, title } = readCase(fs.readFileSync(new URL(file, CASES), 'utf8'));
    const language = i % 2 === 0 ? 'ja' : 'en';
    return { figure, language, title: title[language], prefix: `c${i}-` };
  });
  const port = await freePort();
  const server = serve(port);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const drawn = page.evaluate(async (asked) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      const sheets: string[][] = [];
      for (const request of asked)
        sheets.push(
          await new Promise((resolve, reject) => {
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.onmessage = ({ data }) =>
              data.figures
                ? resolve(data.figures.map(({ svg }: { svg: string }) => svg))
                : reject(new Error(data.failure));
            worker.postMessage(request);
          }),
        );
      return sheets;
    }, requests);
    const [shown, printed] = await Promise.all([drawn, solveAll(requests)]);
    expect(shown).toEqual(printed.map((sheets) => sheets.map(({ svg }) => svg)));
  } finally {
    await browser.close();
    server.close();
  }
});
