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

/** A browser and its system as people call them, of what it says of itself; else the first word of that. */
export function agentName(agent: string): string {
  const known = [named(BROWSERS, agent), named(SYSTEMS, agent)].filter(Boolean);
  return known.length > 0 ? known.join(' · ') : (agent.split(/[\s/]/)[0] ?? '').slice(0, 40);
}
