/**
 * Writes the advance widths of our typefaces as runs of code points, so that text is measured without a font file, the
 * same in Node and in a browser; and which letters documents can be set from, so that one who writes is told of others.
 * Run it when a font package changes: `node scripts/font-metrics.mjs`.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);
const JAPANESE = '@expo-google-fonts/biz-udpgothic';
const latin = (weight) => new URL(`../report/document/faces/inter-${weight}.ttf`, import.meta.url).pathname;
const FACES = {
  regular: require.resolve(`${JAPANESE}/400Regular/BIZUDPGothic_400Regular.ttf`),
  bold: require.resolve(`${JAPANESE}/700Bold/BIZUDPGothic_700Bold.ttf`),
  'latin-regular': latin(400),
  'latin-bold': latin(700),
};
const LAST_CODE_POINT = 0xffff;
/** Of the Latin face, what English and names are written with: Greek and Cyrillic are taken to be as wide as in the other. */
const MEASURED = (codePoint) => codePoint < 0x250 || codePoint > 0x2000;

for (const [name, file] of Object.entries(FACES)) {
  const font = fontkit.openSync(file);
  // Where another face follows for what this one lacks, a gap is a gap; else a run over it keeps the table small.
  const exact = name.startsWith('latin');
  const runs = [];
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    if (codePoint > LAST_CODE_POINT || (exact && !MEASURED(codePoint))) continue;
    const advance = Math.round((font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm);
    const last = runs.at(-1);
    if (last && last[2] === advance && (!exact || last[1] === codePoint - 1)) last[1] = codePoint;
    else runs.push([codePoint, codePoint, advance]);
  }
  const target = new URL(`../report/figure/metrics/${name}.ts`, import.meta.url);
  const words =
    '/** Made by scripts/font-metrics.mjs: first code point, last code point, advance in 1/1000 em. */';
  // As strings: one line for the formatter, parsed once.
  fs.writeFileSync(
    target,
    `${words}\nexport const ${name.toUpperCase().replace('-', '_')}_RUNS =\n  '${runs
      .flat()
      .map((n) => n.toString(36))
      .join(' ')}';\n`,
  );
  console.log(name, runs.length, 'runs', fs.statSync(target).size, 'bytes');
}

/** Letters of the face for what the two lack, as its package lists them: `U+20089,U+2000b-2003f`. */
const further = Object.values(
  JSON.parse(fs.readFileSync(require.resolve('@fontsource-variable/noto-sans-jp/unicode.json'), 'utf8')),
).flatMap((ranges) =>
  ranges.split(',').flatMap((range) => {
    const [from, to = from] = range.replace('U+', '').split('-');
    const first = Number.parseInt(from, 16);
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) => first + i);
  }),
);
const held = new Set([
  ...['regular', 'latin-regular'].flatMap((name) => fontkit.openSync(FACES[name]).characterSet),
  ...further,
]);
const bits = Buffer.alloc((LAST_CODE_POINT + 1) / 8);
for (const codePoint of held) if (codePoint <= LAST_CODE_POINT) bits[codePoint >> 3] |= 1 << (codePoint & 7);
const beyond = [...held].filter((codePoint) => codePoint > LAST_CODE_POINT).sort((a, b) => a - b);
fs.writeFileSync(
  new URL('../report/figure/metrics/held.ts', import.meta.url),
  `/** Made by scripts/font-metrics.mjs: one bit for each code point up to FFFF that a typeface of ours holds, as base64. */
export const HELD_BITS =
  '${bits.toString('base64')}';
/** Those beyond, in base 36. */
export const HELD_BEYOND =
  '${beyond.map((n) => n.toString(36)).join(' ')}';
`,
);
console.log(held.size, 'letters,', beyond.length, 'beyond FFFF');
