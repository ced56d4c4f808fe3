import { type Check, ofAsset, SYSTEM_OWNER } from '../check.ts';

/** The longest recovery time of whatever each of these needs, however far away. */
function slowestNeeded(
  assets: readonly { readonly key: string; readonly rtoMinutes: number | null }[],
  needs: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, number> {
  const own = new Map(assets.map(({ key, rtoMinutes }) => [key, rtoMinutes ?? 0]));
  const slowest = new Map<string, number>();
  // Each pass carries it one step further; a circle comes to rest, for it only ever grows to what is in it.
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to } of needs) {
      const through = Math.max(own.get(to) ?? 0, slowest.get(to) ?? 0);
      if (through <= (slowest.get(from) ?? 0)) continue;
      slowest.set(from, through);
      moved = true;
    }
  }
  return slowest;
}

export const recoveryTargets: Check = {
  id: 'recovery-targets',
  title: {
    ja: '目標復旧時間が、許容停止時間と依存先に整合',
    en: 'Recovery targets match tolerable outages and dependencies',
  },
  reason: {
    ja: '依存先の復旧が遅い場合、目標を達成できません',
    en: 'A system cannot recover faster than what it depends on',
  },
  lessons: ['C6-R2'],
  severity: 'high',
  actor: SYSTEM_OWNER,
  ask: ({ assets, needs = [] }) => {
    const slowest = slowestNeeded(assets, needs);
    return assets.flatMap((entry) => {
      const { key, rtoMinutes, mtpdMinutes } = entry;
      // With nothing to hold it against there is nothing to ask.
      if (rtoMinutes === null || (mtpdMinutes === null && !slowest.has(key))) return [];
      const borne = mtpdMinutes === null || rtoMinutes <= mtpdMinutes;
      return [ofAsset(entry, borne && (slowest.get(key) ?? 0) <= rtoMinutes)];
    });
  },
};
