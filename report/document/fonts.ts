import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
export type Weight = 400 | 700;

const JAPANESE: Readonly<Record<Weight, string>> = {
  400: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  700: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
};

/** A font for letters that the house's typefaces lack, as whoever runs Sonae chose it: rare letters of names, other scripts. */
export const furtherFonts = (env: NodeJS.ProcessEnv): Buffer[] =>
  (env['SONAE_FONTS'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((file) => fs.readFileSync(file));

/** BIZ UDPGothic, as TrueType: what documents are set in, and in English editions what Inter lacks. */
export const japaneseFont = (weight: Weight): Buffer => fs.readFileSync(require.resolve(JAPANESE[weight]));

/** Inter, as TrueType: what English editions are set in. Made by `scripts/latin-face.mjs`. */
export const latinFont = (weight: Weight): Buffer =>
  fs.readFileSync(new URL(`./faces/inter-${weight}.ttf`, import.meta.url));
