import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addressOf, keepAddress } from './address.ts';

test('links of commands lead to the server of their folder, unless the environment says otherwise', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-address-'));
  const usual = 'http://localhost:8080';
  expect(addressOf(folder, {}, usual)).toBe(usual);
  keepAddress(folder, 'http://localhost:9191');
  expect(addressOf(folder, {}, usual)).toBe('http://localhost:9191');
  for (const name of ['SONAE_URL', 'SONAE_HOST', 'SONAE_PORT'])
    expect(addressOf(folder, { [name]: 'x' }, usual)).toBe(usual);
  fs.writeFileSync(path.join(folder, 'address'), 'nonsense');
  expect(addressOf(folder, {}, usual)).toBe(usual);
  fs.rmSync(folder, { recursive: true });
});
