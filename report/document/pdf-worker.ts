import fs from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { Fault } from '../../kernel/errors.ts';
import type { ReportContent } from './content.ts';
import { addonHere, type Engine, type EngineKind, keptEngines, openEngine } from './engines.ts';
import { furtherFonts, japaneseFont, latinFont } from './fonts.ts';
import { lettersFault, lettersIn, lettersOf, printable } from './letters.ts';
import { rareLetters } from './rare-letters.ts';
import { compose, type SetReport } from './setting/compose.ts';

/** Templates beside this file. */
export type Template = 'report' | 'pack';

export interface PdfRequest {
  readonly template: Template;
  readonly content: object;
  /** Which engine sets it; the fastest there is unless told. */
  readonly engine?: EngineKind;
}

export type PdfAnswer =
  | { readonly pdf: Uint8Array }
  | { readonly fault: { readonly code: 'invalid'; readonly details: Fault['details'] } }
  | { readonly failure: string };

const HOUSE = [japaneseFont(400), japaneseFont(700), latinFont(400), latinFont(700)];
const further = furtherFonts(process.env);
const held = new Set([...HOUSE, ...further].flatMap((font) => [...lettersOf(font)]));
const templates = new Map<Template, string>();

const templateText = (template: Template): string => {
  const known =
    templates.get(template) ?? fs.readFileSync(new URL(`./${template}.typ`, import.meta.url), 'utf8');
  templates.set(template, known);
  return known;
};

const engineOf = keptEngines((kind) => openEngine(kind, [...HOUSE, ...further]));

/** Of what the house's faces lack, a face of its own, and an engine that has it for this document alone. */
async function engineFor(
  content: object,
  kind: EngineKind,
): Promise<{ engine: Engine; letters: Set<number> }> {
  const lacking = lettersIn(content).difference(held);
  const rare = [
    ...(await rareLetters(lacking, 400, 'truetype')),
    ...(await rareLetters(lacking, 700, 'truetype')),
  ];
  if (rare.length === 0) return { engine: await engineOf(kind), letters: held };
  const engine = await openEngine('portable', [...HOUSE, ...further, ...rare.map(({ font }) => font)]);
  return { engine, letters: held.union(new Set(rare.flatMap(({ letters }) => letters))) };
}

/** Pictures stand beside the data, for in it they would be read and copied with it. */
function pictured(set: SetReport, files: Map<string, Buffer>): SetReport {
  const pages = set.pages.map((page, i) => {
    if (page.kind !== 'figure') return page;
    const file = `/figure-${i}.svg`;
    files.set(file, Buffer.from(page.svg));
    return { ...page, svg: file };
  });
  return { ...set, pages };
}

/** Of one case alone the issuer is printed nowhere: it stands in the description of the file, which needs no typeface. */
function inType(template: Template, content: object): object {
  if (template !== 'report' || 'frame' in content) return content;
  const { issuer: _, ...set } = content as ReportContent;
  return set;
}

async function answer({ template, content, engine: wanted }: PdfRequest): Promise<PdfAnswer> {
  // The addon sees the fonts of its machine too: with further ones it could choose otherwise than the portable build.
  const kind = wanted ?? (addonHere() && further.length === 0 ? 'addon' : 'portable');
  const set = inType(template, content);
  const { engine, letters } = await engineFor(set, kind);
  const printed = printable(set, letters);
  if (template === 'report' && printed.missing.length > 0 && !(content as ReportContent).draft)
    throw lettersFault(content as ReportContent, printed.missing);
  const files = new Map<string, Buffer>();
  const data =
    template === 'report'
      ? pictured(compose({ ...content, ...printed.content } as ReportContent), files)
      : printed.content;
  files.set('/data.json', Buffer.from(JSON.stringify({ ...data, missing: printed.missing })));
  const pdf = await engine.set(templateText(template), files);
  return { pdf };
}

parentPort?.on('message', (request: PdfRequest) => {
  answer(request)
    .catch((error: unknown): PdfAnswer => {
      if (error instanceof Fault) return { fault: { code: 'invalid', details: error.details } };
      return { failure: String(error) };
    })
    .then((done) => parentPort?.postMessage(done));
});
