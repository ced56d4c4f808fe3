import { isForCyber } from '../../fallbacks/rules.ts';
import { type Check, coveredBy, ofAsset, SYSTEM_OWNER } from '../check.ts';

export const cyberFallback: Check = {
  id: 'cyber-fallback',
  title: {
    ja: '重要サービスの代替手段がサイバー攻撃にも使える',
    en: 'Critical services have a fallback for cyber attacks too',
  },
  reason: {
    ja: '災害用の手段は、網や認証が使える前提のことがある',
    en: 'What was made for disasters may take network and sign-in for granted',
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
