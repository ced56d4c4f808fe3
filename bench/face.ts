import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { call, registerOperator, sonae } from '../test/operator.ts';
import { startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const LINES = 2_000;
const AT_ONCE = 8;
const LOOKS = 12;
const KEYS = 200;
const THROTTLE = 4;
const BAR_PAINT_MS = 2_000;
const BAR_KEY_MS = 100;
const PERSON = 'bench@example.jp';

/** Milliseconds from asking for the page until it has painted something of its own, and what it says of how things stand. */
async function paints(context: BrowserContext, url: string, said: string): Promise<number[]> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const times: number[] = [];
  for (let look = 0; look <= LOOKS; look += 1) {
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator(said).first().waitFor();
    // The last and largest that was painted until then; the first look fills the cache.
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        }),
    );
    if (look > 0) times.push(painted);
  }
  await page.close();
  return times;
}

/** Milliseconds from a key until the frame that shows it was painted. */
async function keysIn(page: Page, field: string): Promise<number[]> {
  await page.locator(field).first().click();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // After the frame: a message waits until it was painted.
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let n = 0; n < KEYS; n += 1) await page.keyboard.press('abcdefghij'[n % 10] ?? 'a', { delay: 15 });
  return page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
}

/** How soon Now is there on a slow telephone, and how soon a key is seen in a room of two thousand lines. */
export async function benchFace(): Promise<void> {
  // Two thousand entries in half a minute are more than anybody writes.
  const server = await startSonae({ env: { SONAE_REQUESTS_PER_MINUTE: '100000' } });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    registerOperator(server);
    const { id } = await call(server, 'POST /api/respond/incidents', {
      title: 'Pump stopped',
      severity: 3,
      page: false,
    });
    for (let from = 0; from < LINES; from += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, n) =>
          call(server, `POST /api/respond/incidents/${String(id)}/timeline`, {
            text: `Entry ${from + n}: pressure 0.${100 + ((from + n) % 800)} MPa, reported by the control room`,
            precision: 'minute',
          }),
        ),
      );
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(String(sonae(server, 'user', 'link', PERSON)['link']));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/settings/account');

    const now = await paints(context, `${server.baseUrl}/`, '.now .lane');
    const bare = await paints(context, 'data:text/html,<p class=said>Pump stopped', '.said');
    process.stdout.write(
      `Now, processor ${THROTTLE} times slower, warm cache, ${LOOKS} looks: asked → drawn\n`,
    );
    told('Sonae', now);
    told('a bare page', bare);

    await page.goto(`${server.baseUrl}/respond/incidents/${String(id)}`);
    await page.locator('.timeline li, li[data-seq]').nth(20).waitFor();
    const typed = await keysIn(page, 'textarea');
    await page.goto('data:text/html,<textarea></textarea>');
    const plain = await keysIn(page, 'textarea');
    process.stdout.write(`a key in the room of an incident with ${LINES} lines, ${KEYS} keys: key → paint\n`);
    told('Sonae', typed);
    told('a bare text field', plain);
    if (quantile(now, 0.5) > BAR_PAINT_MS || quantile(typed, 0.95) > BAR_KEY_MS)
      throw new Error(`slower than ${BAR_PAINT_MS} ms for Now or ${BAR_KEY_MS} ms for a key`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
