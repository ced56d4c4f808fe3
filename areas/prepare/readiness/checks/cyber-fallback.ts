import { isForCyber } from '../../fallbacks/rules.ts';
import { type Check, coveredBy, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const cyberFallback: Check = {
  id: 'cyber-fallback',
  title: {
    ja: '重要サービスの代替手段がサイバー攻撃に対応',
    en: 'Critical services have a fallback for cyber attacks too',
  },
  reason: {
    ja: '災害用の代替手段は、ネットワークや認証の利用を前提とする場合があります',
    en: 'Disaster fallbacks may assume that network and sign-in work',
  },
  lessons: ['C2-R4', 'C4-P2'],
  severity: 'high',
  actor: SYSTEM_OWNER,
  ask: ({ assets, fallbacks }) => {
    const covered = coveredBy(fallbacks.filter((each) => isForCyber(each, fallbacks)));
    return assets
      .filter(({ kind, critical }) => kind === 'service' && critical)
      .map((entry) => ofAsset(entry, covered.has(entry.key)));
  },
};
