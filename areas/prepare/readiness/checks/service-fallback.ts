import { type Check, coveredBy, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const serviceFallback: Check = {
  id: 'service-fallback',
  title: { ja: 'サービスと受渡しに代替手段がある', en: 'Services and interfaces have a fallback' },
  reason: { ja: '止まったとき、続ける手がない', en: 'When it stops there is no way to go on' },
  lessons: ['C2-B4', 'C6-R8'],
  severity: 'high',
  actor: SYSTEM_OWNER,
  ask: ({ assets, fallbacks }) => {
    const covered = coveredBy(fallbacks);
    return assets
      .filter(({ kind }) => kind === 'service' || kind === 'interface')
      .map((entry) => ofAsset(entry, covered.has(entry.key)));
  },
};
