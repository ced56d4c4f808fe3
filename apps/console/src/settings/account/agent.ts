import type { Bilingual } from '../../../../../kernel/language.ts';

/** Who says to be what, the particular before the general: Edge and Chrome say Safari too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:A|iOS)?\//, 'Microsoft Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const named = (list: typeof BROWSERS, agent: string): string | undefined =>
  list.find(([says]) => says.test(agent))?.[1];

const ON: Bilingual = { ja: '{browser}（{system}）', en: '{browser} on {system}' };

/** A browser and its system as people call them, of what it says of itself; else the first word of that. */
export function agentName(
  agent: string,
  say: (text: Bilingual, values: Record<string, string>) => string,
): string {
  const browser = named(BROWSERS, agent);
  const system = named(SYSTEMS, agent);
  if (browser && system) return say(ON, { browser, system });
  return browser ?? system ?? (agent.split(/[\s/]/)[0] ?? '').slice(0, 40);
}
