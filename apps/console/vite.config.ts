import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The font's style sheets name woff beside woff2; every browser we serve reads woff2. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: {
    filter: { id: /@fontsource[\\/].*\.css$/ },
    handler: (code) => ({ code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null }),
  },
};

const components = (names: string): RegExp =>
  new RegExp(`@mantine[\\\\/]core[\\\\/]esm[\\\\/]components[\\\\/](${names})[\\\\/]`);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [woff2Only, react()],
  // Replaced by the server with a fresh nonce at every request.
  html: { cspNonce: '__CSP_NONCE__' },
  worker: { format: 'es' },
  build: {
    outDir: path.join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every visit needs is one file on purpose; who starts a server is not to be warned of it; test/browser/load.test.ts measures it.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every visit needs, in one file: over HTTP/1.1 forty small ones wait for each other.
            { name: 'start', tags: ['$initial'], priority: 2 },
            // What nearly every screen uses but the first, and what forms are made of: a file each instead of twenty.
            {
              name: 'controls',
              test: components('Menu|Popover|ScrollArea|FocusTrap|ModalBase|Modal|Checkbox|Table|List'),
              priority: 1,
              includeDependenciesRecursively: false,
            },
            {
              name: 'forms',
              test: components('Combobox|Select|MultiSelect|Pill|PillsInput|TagsInput|NumberInput|Drawer'),
              priority: 1,
              includeDependenciesRecursively: false,
            },
            {
              name: 'room-words',
              test: /respond[\\/](room|timeline)[\\/](?!countdown)[\w-]*words\.ts$/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
