import { type Check, coveredBy, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const serviceFallback: Check = {
  id: 'service-fallback',
  title: { ja: 'サービスと連携に代替手段を登録', en: 'Services and interfaces have a fallback' },
  reason: { ja: '停止時に業務を継続できません', en: 'If it stops, there is no way to continue' },
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
