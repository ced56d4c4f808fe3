import fs from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { base, begin, page } from './stage.ts';

const KEPT = path.join(import.meta.dirname, 'pictures');
/** Made anew on purpose, by `npm run pictures:parts`, and looked at before they are kept. */
const ANEW = process.env['PICTURES'] === 'anew';
/** Another version of the browser draws edges otherwise; a part that moved or changed its colour is far more. */
const MOST = 0.01;

// High enough for the whole page: the bar with its running clock stays off the picture.
const SIZES = { desk: { width: 1366, height: 3000 }, phone: { width: 390, height: 5200 } };

test('every part looks as it was kept: light and dark, on a desk and on a phone', {
  timeout: 300_000,
}, async () => {
  await begin();
  const differ: string[] = [];
  for (const scheme of ['light', 'dark'] as const)
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      await page.goto(`${base}/parts`);
      await page.locator('.hour-bars').nth(1).waitFor();
      await page.evaluate(() => document.fonts.ready);
      const shot = await page.locator('.parts').screenshot({ animations: 'disabled' });
      const name = `parts-${scheme}-${size}.png`;
      if (ANEW) fs.writeFileSync(path.join(KEPT, name), shot);
      const share = shareThatDiffers(
        PNG.sync.read(fs.readFileSync(path.join(KEPT, name))),
        PNG.sync.read(shot),
      );
      if (share > MOST) {
        fs.writeFileSync(path.join('test-results/screens', name), shot);
        differ.push(`${name}: ${(share * 100).toFixed(2)} %`);
      }
    }
  expect(differ).toEqual([]);
});

function shareThatDiffers(kept: PNG, shot: PNG): number {
  if (kept.width !== shot.width || kept.height !== shot.height) return 1;
  return (
    pixelmatch(kept.data, shot.data, undefined, kept.width, kept.height, { threshold: 0.2 }) /
    (kept.width * kept.height)
  );
}
