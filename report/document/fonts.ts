import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FILES = {
  regular: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  bold: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
} as const;

/** The house's one typeface, as TrueType: what is embedded in documents. */
export const fontFile = (weight: keyof typeof FILES): Buffer =>
  fs.readFileSync(require.resolve(FILES[weight]));
