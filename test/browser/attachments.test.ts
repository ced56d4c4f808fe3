import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ATTACHED } from '../../apps/console/src/respond/timeline/attached/words.ts';
import { TIMELINE } from '../../apps/console/src/respond/timeline/words.ts';
import { FILE_TOO_LARGE } from '../../areas/respond/attachments/words.ts';
import { violationsOn } from './flaws.ts';
import { base, begin, context, forgive, page, SHOTS } from './stage.ts';

/** Pastes a picture that is drawn there and then, as a screenshot is pasted. */
const paste = (into: Page, name: string, bytes?: number) =>
  into.evaluate(
    async ([name, bytes]) => {
      const canvas = document.createElement('canvas');
      canvas.width = 480;
      canvas.height = 300;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('nothing to draw with');
      pen.fillStyle = 'steelblue';
      pen.fillRect(40, 40, 400, 220);
      const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
      const content = bytes ? new Uint8Array(bytes) : (drawn ?? '');
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([content], name, { type: bytes ? '' : 'image/png' }));
      document
        .querySelector('.composer textarea')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [name, bytes] as const,
  );

test('a picture is pasted, sent with its note, seen large, and there after a reload; what is too large says so', async () => {
  await begin();
  const answer = await context.request.post(`${base}/api/respond/incidents`, {
    data: { title: '圧力計の表示がおかしい', severity: 2, page: false },
    headers: { origin: base },
  });
  const { id } = (await answer.json()) as { id: string };
  await page.goto(`${base}/respond/incidents/${id}`);
  const line = page.getByRole('textbox', { name: TIMELINE.addNote.ja });
  await line.waitFor();
  await paste(page, 'image.png');
  await paste(page, 'film.mov', 11 * 1024 * 1024);
  const staged = page.getByRole('list', { name: ATTACHED.waiting.ja });
  await staged.getByText(FILE_TOO_LARGE.ja).waitFor();
  await staged.getByRole('button', { name: ATTACHED.remove.ja.replace('{name}', 'film.mov') }).click();
  await line.fill('制御盤の圧力計');
  await page.screenshot({ path: `${SHOTS}/attach-staged-ja.png` });

  // While the network is gone it stays where it is, and says that it is not kept.
  await context.setOffline(true);
  await line.press('Control+Enter');
  await staged.getByText(ATTACHED.notNow.ja).waitFor();
  expect(await line.inputValue()).toBe('制御盤の圧力計');
  await context.setOffline(false);
  forgive(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await line.press('Control+Enter');

  const thumbnail = page.getByRole('img', { name: '制御盤の圧力計' });
  const shown = async () => {
    await thumbnail.waitFor();
    await expect.poll(() => thumbnail.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(480);
  };
  await shown();
  expect([await staged.count(), await line.inputValue()]).toEqual([0, '']);
  await page.reload();
  await shown();
  await page.screenshot({ path: `${SHOTS}/attach-timeline-ja.png` });
  expect(await violationsOn(page, 'timeline')).toEqual([]);
  await page.getByRole('button', { name: ATTACHED.openLarge.ja.replace('{name}', 'image.png') }).click();
  await page.getByRole('dialog').getByRole('link', { name: ATTACHED.openAlone.ja }).waitFor();
  await page.screenshot({ path: `${SHOTS}/attach-large-ja.png` });
  await page.keyboard.press('Escape');

  // Chosen from the device, with a line of its own kind beside it: no picture is a link, whatever it calls itself.
  await page.locator('.composer input[type="file"]').setInputFiles([
    { name: '圧力.csv', mimeType: 'text/csv', buffer: Buffer.from('時刻,圧力\n10:01,0.2\n') },
    { name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
  ]);
  await line.fill('/事象 圧力が下がった');
  await line.press('Control+Enter');
  await page.getByRole('link', { name: '圧力.csv' }).waitFor();
  await page.getByRole('link', { name: 'drawing.png' }).waitFor();
  await page.locator('.line-text').filter({ hasText: '圧力が下がった' }).waitFor();
  expect(await page.locator('.line img').count()).toBe(1);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${SHOTS}/attach-dark-ja.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await thumbnail.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${SHOTS}/attach-phone-ja.png` });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
