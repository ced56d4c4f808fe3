// @ts-check
/**
 * Writes the icons that the console imports from `ui/icons.ts` into it, so that starting needs not install all the thousands
 * of Tabler. Import a new one there by its name at Tabler, then run `node scripts/icons.mjs`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

const SOURCES = path.join(ROOT, 'apps/console/src');
const ICONS = path.join(ROOT, 'node_modules/@tabler/icons-react/dist/esm/icons');
const IMPORT = /import \{([^}]+)\} from '[./\w-]*\/icons\.ts'/g;

const sources = fs
  .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => fs.readFileSync(path.join(SOURCES, name), 'utf8'));
const names = new Set(
  sources
    .flatMap((text) => [...text.matchAll(IMPORT)])
    .flatMap(([, list = '']) => list.match(/\bIcon\w+/g) ?? []),
);

const lines = [];
for (const name of [...names].sort()) {
  const { __iconNode: parts } = await import(path.join(ICONS, `${name}.mjs`));
  if (parts.some(([tag]) => tag !== 'path')) throw new Error(`${name} is not made of paths alone`);
  const outlines = parts.map(([, { d }]) => `\n  '${d}',`).join('');
  lines.push(`export const ${name} = ${name.endsWith('Filled') ? 'filled' : 'outlined'}([${outlines}\n]);\n`);
}
fs.writeFileSync(
  path.join(SOURCES, 'ui/icons.ts'),
  `// biome-ignore-all format: made by scripts/icons.mjs from Tabler icons (MIT), one outline a line
import { filled, outlined } from './icon.tsx';

${lines.join('\n')}`,
);
