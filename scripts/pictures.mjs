// @ts-check
// Takes the README's pictures from the demonstration of a Sonae of its own: `npm run pictures`, or `-- FOLDER` to look at them first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { buildConsole } from './build-console.mjs';
import { ensureChromium } from './debian-programs.mjs';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: true });
const executablePath = ensureChromium({ why: 'the pictures', again: 'npm run pictures' });
const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'docs/images'));
const DESK = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

/** @typedef {{ path: string, name: string, view?: typeof DESK, drawn?: string, only?: 'ja' }} Shot `drawn`: what comes after its frame. */

/** What is shown of an incident, and of the house. @param {string} incident @returns {Shot[]} */
const shots = (incident) => [
  { name: 'now', path: '/' },
  { name: 'room', path: `/respond/incidents/${incident}`, drawn: '.brief-figure svg text' },
  { name: 'phone', path: `/respond/incidents/${incident}`, view: PHONE, only: 'ja' },
  { name: 'wall', path: `/respond/incidents/${incident}/board?wall=yes`, drawn: '.wall-pages', only: 'ja' },
  { name: 'graph', path: '/prepare/graph', only: 'ja' },
  { name: 'headquarters-time', path: '/prepare/headquarters-time', drawn: 'table.heat', only: 'ja' },
];

/** @returns {Promise<number>} */
async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  return port;
}

/**
 * A Sonae with the demonstration in it.
 * @param {number} port @param {string} language @param {string} data
 * @returns {Promise<{ link: string, stop: () => Promise<void> }>}
 */
async function begin(port, language, data) {
  const words = [path.join(ROOT, 'apps/cli/main.ts'), 'start', '--port', String(port)];
  const env = { ...environment(), SONAE_DATA: data, SONAE_DEMO_LANGUAGE: language, SONAE_LOG: 'error' };
  const sonae = spawn(NODE, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    if (sonae.exitCode !== null) return;
    const ended = once(sonae, 'exit');
    sonae.kill('SIGTERM');
    await ended;
  };
  let output = '';
  const link = await new Promise((resolve, reject) => {
    sonae.stdout.on('data', (chunk) => {
      output += chunk;
      const [found] = output.match(/http:\S+\/setup#\S+(?=\s)/) ?? [];
      if (found) resolve(found);
    });
    sonae.once('exit', () => reject(new Error(`it did not start: ${output}`)));
  });
  return { link, stop };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {'ja' | 'en'} language
 */
async function take(browser, language) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-pictures-'));
  // The database runs as somebody else where we are root, and has to find its way in.
  fs.chmodSync(data, 0o711);
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const { link, stop } = await begin(port, language, data);
  try {
    const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
    const context = await browser.newContext({
      locale,
      viewport: DESK,
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
    });
    const who = { email: 'you@example.jp', password: 'a water utility that does not exist' };
    const headers = { origin: base };
    const name = language === 'ja' ? '山田 花子' : 'Hanako Yamada';
    const token = link.split('#')[1];
    /** @param {string} to @param {object} body */
    const post = async (to, body) => {
      const answer = await context.request.post(`${base}${to}`, { data: body, headers });
      if (!answer.ok()) throw new Error(`${to}: ${answer.status()} ${await answer.text()}`);
    };
    await post('/api/setup', { token, name, language, ...who });
    await post('/api/auth/sign-in/email', who);
    await post('/api/prepare/headquarters-time', { plan: 'network', cause: 'cyberAttack' });
    const listed = await context.request.get(`${base}/api/respond/incidents?state=open`);
    const [running] = (await listed.json()).incidents;
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    for (const { name: shot, path: at, view = DESK, drawn, only = language } of shots(running.id)) {
      if (only !== language) continue;
      await page.setViewportSize(view);
      await page.goto(`${base}${at}`);
      await page.locator('.page:not([aria-busy="true"]), main').first().waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      if (drawn) await page.locator(drawn).first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      // Whatever comes in gently has come in.
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: path.join(folder, `${shot}-${language}.png`) });
    }
    await context.close();
  } finally {
    await stop();
    fs.rmSync(data, { recursive: true, force: true });
  }
}

fs.mkdirSync(folder, { recursive: true });
await buildConsole();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const language of /** @type {const} */ (['ja', 'en'])) await take(browser, language);
} finally {
  await browser.close();
}
// The first one of the README.
fs.copyFileSync(path.join(folder, 'room-ja.png'), path.join(folder, 'incident-ja.png'));
