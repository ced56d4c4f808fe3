import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const FILES = {
  regular: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  bold: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
} as const;

/** A font for letters that the house's typeface lacks, as whoever runs Sonae chose it: rare letters of names, other scripts. */
export const furtherFonts = (env: NodeJS.ProcessEnv): Buffer[] =>
  (env['SONAE_FONTS'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((file) => fs.readFileSync(file));

/** The house's one typeface, as TrueType: what is embedded in documents. */
export const fontFile = (weight: keyof typeof FILES): Buffer =>
  fs.readFileSync(require.resolve(FILES[weight]));
