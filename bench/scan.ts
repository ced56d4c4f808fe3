import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { reportContent } from '../areas/learn/cases/report-content.ts';
import type { Entity } from '../areas/survey/anonymise/entities/schema.ts';
import { anonymiseCase } from '../areas/survey/anonymise/replacing/anonymise-case.ts';
import type { ReportContent } from '../report/document/content.ts';
import { DOCUMENT_FORMATS, render } from '../report/document/render.ts';

const CASES = path.resolve(import.meta.dirname, '../cases');
const SIXTY = 60;
const LISTED = 2_000;
/** What is to be had. */
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 400;
const MOST_MS_A_CASE = 500;

const cases = () =>
  fs
    .readdirSync(CASES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readCase(fs.readFileSync(path.join(CASES, file), 'utf8')));

/** Sixty cases of which no two are numbered alike, from the nine that are laid out. */
const sixty = (content: ReportContent): ReportContent => ({
  ...content,
  cases: Array.from({ length: SIXTY }, (_, i) => {
    const each = content.cases[i % content.cases.length] as ReportContent['cases'][number];
    return { ...each, number: i + 1, heading: `${each.heading}（${i + 1}）` };
  }),
});

const FAMILIES = [...'青赤白黒金銀松竹梅桜藤菊星月雪風雷雲波潮'];
const PLACES = [...'原野谷沢崎浜島川橋町井戸口岡坂峰森林池沼'];
/** Names nobody bears, of every kind, with dates and counts among them. */
function entities(): Entity[] {
  return Array.from({ length: LISTED }, (_, i): Entity => {
    const name = `${FAMILIES[i % 20]}${PLACES[Math.floor(i / 20) % 20]}${FAMILIES[Math.floor(i / 400) % 20]}`;
    const aliases: string[] = [];
    switch (i % 8) {
      case 0:
        return {
          kind: 'date',
          names: [`20${10 + (i % 13)}-${1 + (i % 12)}-${1 + (i % 28)}`.replace(/-(\d)(?=-|$)/g, '-0$1')],
          aliases,
        };
      case 1:
        return { kind: 'quantity', names: [`${(i * 7_919) % 90_000}件`], aliases };
      case 2:
        return { kind: 'person', names: [`${name} 太郎`, `Taro Aoyama${i}`], aliases };
      case 3:
        return { kind: 'place', names: [`${name}市`, `Aokita${i} City`], aliases };
      case 4:
        return { kind: 'product', names: [`Kestrelwave ${i}X`, `ケストレルウェーブ${i}`], aliases };
      case 5:
        return { kind: 'code', names: [`KW-${i}-${(i * 31) % 997}`], aliases };
      default:
        return {
          kind: 'organisation',
          names: [`${name}工業株式会社`, `あおきた${i}こうぎょう`, `Aokita Works ${i} Co., Ltd.`],
          aliases: [`aokita${i}.example.jp`],
        };
    }
  });
}

/** A plain search of the same bytes for the names as they are written, and nothing else. */
function plainSearch(folder: string, listed: readonly Entity[]): { ms: number; found: number } {
  const begun = performance.now();
  let found = 0;
  for (const file of fs.readdirSync(folder)) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    for (const { names } of listed) for (const name of names) if (text.includes(name)) found += 1;
  }
  return { ms: performance.now() - begun, found };
}

export async function benchScan(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-scan-'));
  const files = path.join(folder, 'report');
  fs.mkdirSync(files);
  const listed = entities();
  const list = path.join(folder, 'entities.json');
  fs.writeFileSync(list, JSON.stringify({ entities: listed }));
  const content = sixty(await reportContent(cases(), 'ja'));
  for (const format of DOCUMENT_FORMATS)
    fs.writeFileSync(path.join(files, `report.${format}`), await render(content, format));
  const bytes = fs
    .readdirSync(files)
    .reduce((sum, file) => sum + fs.statSync(path.join(files, file)).size, 0);
  const client = path.join(import.meta.dirname, 'scan-client.ts');
  const told = JSON.parse(execFileSync(process.execPath, [client, list, files], { encoding: 'utf8' })) as {
    forms: number;
    scan: number;
    leaks: number;
    megabytes: number;
    unread: string[];
  };
  const plain = plainSearch(files, listed);
  const times = cases().map((document) => {
    const begun = performance.now();
    anonymiseCase(document, listed);
    return performance.now() - begun;
  });
  fs.rmSync(folder, { recursive: true });
  const seconds = (told.forms + told.scan) / 1000;
  const slowest = Math.max(...times);
  console.table({
    'forms of 2,000 entities': { ms: told.forms.toFixed(0) },
    'scan of 60 cases: PDF, HTML, Markdown, JSON': {
      ms: told.scan.toFixed(0),
      'MB of files': (bytes / 1e6).toFixed(1),
      found: told.leaks,
    },
    'names as written, a plain search of the same bytes': { ms: plain.ms.toFixed(0), found: plain.found },
    'anonymising a case, the slowest of nine': { ms: slowest.toFixed(0) },
  });
  console.log(
    `peak memory ${told.megabytes.toFixed(0)} MB; not read: ${told.unread.length}; load ${(os.loadavg()[0] ?? 0).toFixed(1)}`,
  );
  if (seconds > MOST_SECONDS || told.megabytes > MOST_MEGABYTES || slowest > MOST_MS_A_CASE) {
    console.error(`more than ${MOST_SECONDS} s, ${MOST_MEGABYTES} MB or ${MOST_MS_A_CASE} ms a case`);
    process.exitCode = 1;
  }
}
