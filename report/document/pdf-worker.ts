import fs from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { createTypstCompiler, loadFonts } from '@myriaddreamin/typst.ts';
import { furtherFonts, japaneseFont, latinFont } from './fonts.ts';
import { lettersIn, lettersOf, printable } from './letters.ts';
import type { Template } from './pdf.ts';
import { rareLetters } from './rare-letters.ts';

const require = createRequire(import.meta.url);
const WASM = '@myriaddreamin/typst-ts-web-compiler/wasm';
const PDF = 1;

async function compile({ template, content }: { template: Template; content: object }): Promise<Uint8Array> {
  const fonts: Uint8Array[] = [
    ...[japaneseFont(400), japaneseFont(700), latinFont(400), latinFont(700)],
    ...furtherFonts(process.env),
  ];
  const held = new Set(fonts.flatMap((font) => [...lettersOf(Buffer.from(font))]));
  const lacking = lettersIn(content).difference(held);
  for (const weight of [400, 700] as const)
    for (const { font, letters } of await rareLetters(lacking, weight, 'truetype')) {
      fonts.push(font);
      for (const letter of letters) held.add(letter);
    }
  const printed = printable(content, held);
  const compiler = createTypstCompiler();
  await compiler.init({
    // The glue wants its module under this name; the declared type knows the older form only.
    getModule: () =>
      ({ module_or_path: fs.readFileSync(require.resolve(WASM)) }) as unknown as WebAssembly.Module,
    // No assets: nothing is fetched, and no font can be chosen but ours and those of whoever runs this.
    beforeBuild: [loadFonts(fonts, { assets: false })],
  });
  compiler.addSource('/main.typ', fs.readFileSync(new URL(`./${template}.typ`, import.meta.url), 'utf8'));
  compiler.mapShadow(
    '/data.json',
    Buffer.from(JSON.stringify({ ...printed.content, missing: printed.missing })),
  );
  const { result, diagnostics } = await compiler.compile({
    mainFilePath: '/main.typ',
    format: PDF,
    diagnostics: 'full',
  });
  if (!result || diagnostics?.length) throw new Error(JSON.stringify(diagnostics));
  return result;
}

compile(workerData as Parameters<typeof compile>[0]).then(
  (pdf) => parentPort?.postMessage({ pdf }),
  (error: unknown) => parentPort?.postMessage({ failure: String(error) }),
);
