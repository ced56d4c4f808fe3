import type { Bilingual } from '../../../kernel/language.ts';
import type { DETECTION_ROUTES } from './schema.ts';

/** By which route somebody noticed. */
export const DETECTION_ROUTE_WORDS: Readonly<Record<(typeof DETECTION_ROUTES)[number], Bilingual>> = {
  monitoring: { ja: '監視', en: 'monitoring' },
  inquiry: { ja: '利用者・顧客からの問い合わせ', en: 'an inquiry of users or customers' },
  staff: { ja: '職員', en: 'staff' },
  contractorMaintenance: { ja: '委託先の定期保守', en: 'periodic maintenance by a contractor' },
  contractor: { ja: '委託先・供給元からの連絡', en: 'word of a contractor or supplier' },
  outsideBody: { ja: '外部機関（警察・CSIRTなど）', en: 'a body outside (police, CSIRT …)' },
  attacker: { ja: '攻撃者の連絡・表示', en: 'the attacker' },
  media: { ja: '報道・SNS', en: 'media, social networks' },
  other: { ja: 'その他', en: 'other' },
};
