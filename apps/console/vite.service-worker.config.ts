import path from 'node:path';
import { defineConfig } from 'vite';

/** The service worker is one script of its own under a fixed name: its address is its reach. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: path.join(import.meta.dirname, 'dist'),
    emptyOutDir: false,
    target: 'es2023',
    lib: {
      entry: path.join(import.meta.dirname, 'src/offline/service-worker.ts'),
      formats: ['iife'],
      name: 'sonae',
      fileName: () => 'service-worker.js',
    },
  },
});
