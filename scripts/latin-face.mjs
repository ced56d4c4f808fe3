/**
 * Cuts the Latin face of documents out of Inter (SIL Open Font License 1.1): letters of European languages and their
 * punctuation, kerning, and nothing that changes letters by what stands beside them. Whole, the family would be 8 MB of
 * what is installed. `npm pack @expo-google-fonts/inter@0.4.2`, unpack it, and
 * `node scripts/latin-face.mjs <folder it was unpacked to>`; then `node scripts/font-metrics.mjs`.
 */
import fs from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';

const RANGES = [
  [0x20, 0x24f],
  [0x2b0, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x2044],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
];
const letters = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
).join('');
const folder = process.argv[2] ?? '.';
const target = new URL('../report/document/faces/', import.meta.url);
fs.mkdirSync(target, { recursive: true });
for (const [weight, file] of [
  [400, '400Regular/Inter_400Regular.ttf'],
  [700, '700Bold/Inter_700Bold.ttf'],
]) {
  const cut = await subsetFont(fs.readFileSync(path.join(folder, file)), letters, {
    targetFormat: 'truetype',
    keepFeatures: ['ccmp', 'kern', 'locl', 'mark', 'mkmk'],
    preserveNameIds: [0, 13, 14],
    noHinting: true,
  });
  fs.writeFileSync(new URL(`inter-${weight}.ttf`, target), cut);
  console.log(weight, cut.length, 'bytes');
}
fs.copyFileSync(path.join(folder, 'LICENSE_FONT'), new URL('LICENSE.txt', target));
