/**
 * Writes the advance widths of our typeface as runs of code points, so that the figure measures text without a font
 * file, the same in Node and in a browser; and which letters it holds, so that one who writes is told of others. Run it when the font package changes: `node scripts/font-metrics.mjs`.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);
const WEIGHTS = {
  regular: '400Regular/BIZUDPGothic_400Regular.ttf',
  bold: '700Bold/BIZUDPGothic_700Bold.ttf',
};
const LAST_CODE_POINT = 0xffff;

for (const [weight, file] of Object.entries(WEIGHTS)) {
  const font = fontkit.openSync(require.resolve(`@expo-google-fonts/biz-udpgothic/${file}`));
  const runs = [];
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    if (codePoint > LAST_CODE_POINT) continue;
    const advance = Math.round((font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm);
    const last = runs.at(-1);
    // A gap between two runs of one width holds no glyph: joining them keeps the table small.
    if (last && last[2] === advance) last[1] = codePoint;
    else runs.push([codePoint, codePoint, advance]);
  }
  const target = new URL(`../report/figure/metrics/${weight}.ts`, import.meta.url);
  const words =
    '/** Made by scripts/font-metrics.mjs: first code point, last code point, advance in 1/1000 em. */';
  // As strings: one line for the formatter, parsed once.
  fs.writeFileSync(
    target,
    `${words}\nexport const ${weight.toUpperCase()}_RUNS =\n  '${runs
      .flat()
      .map((n) => n.toString(36))
      .join(' ')}';\n`,
  );
  console.log(weight, runs.length, 'runs', fs.statSync(target).size, 'bytes');
}

const held = [
  ...fontkit.openSync(require.resolve(`@expo-google-fonts/biz-udpgothic/${WEIGHTS.regular}`)).characterSet,
];
const bits = Buffer.alloc((LAST_CODE_POINT + 1) / 8);
for (const codePoint of held) if (codePoint <= LAST_CODE_POINT) bits[codePoint >> 3] |= 1 << (codePoint & 7);
const beyond = held.filter((codePoint) => codePoint > LAST_CODE_POINT).sort((a, b) => a - b);
fs.writeFileSync(
  new URL('../report/figure/metrics/held.ts', import.meta.url),
  `/** Made by scripts/font-metrics.mjs: one bit for each code point up to FFFF that the typeface holds, as base64. */
export const HELD_BITS =
  '${bits.toString('base64')}';
/** Those beyond, in base 36. */
export const HELD_BEYOND = '${beyond.map((n) => n.toString(36)).join(' ')}';
`,
);
console.log(held.length, 'letters,', beyond.length, 'beyond FFFF');
