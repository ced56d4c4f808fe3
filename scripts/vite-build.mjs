// @ts-check
// Runs on our own Node: the console, then its service worker, which is put beside it.
import path from 'node:path';
import { build } from 'vite';
import { ROOT } from './install.mjs';

for (const config of ['vite.config.ts', 'vite.service-worker.config.ts'])
  await build({ configFile: path.join(ROOT, 'apps/console', config), logLevel: 'warn' });
