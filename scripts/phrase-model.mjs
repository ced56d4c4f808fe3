// @ts-check
/**
 * Writes BudouX's Japanese model – where a phrase ends – as one string, so that neither the server nor a browser loads the
 * HTML parser that the package brings along. Run it when the package changes: `node scripts/phrase-model.mjs`.
 */
import fs from 'node:fs';
import { jaModel } from 'budoux';

const text = JSON.stringify(jaModel).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
fs.writeFileSync(
  new URL('../report/figure/metrics/phrase-model.ts', import.meta.url),
  `/** Made by scripts/phrase-model.mjs from BudouX (Apache-2.0): scores of letters around a boundary, as JSON. */
export const PHRASE_MODEL =
  '${text}';
`,
);
