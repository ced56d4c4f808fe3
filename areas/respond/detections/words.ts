import type { Bilingual } from '../../../kernel/language.ts';
import type { DETECTION_ROUTES } from './schema.ts';

/** By which route somebody noticed. */
export const DETECTION_ROUTE_WORDS: Readonly<Record<(typeof DETECTION_ROUTES)[number], Bilingual>> = {
  monitoring: { ja: '監視', en: 'monitoring' },
  inquiry: { ja: '利用者・顧客からの問い合わせ', en: 'inquiry from users or customers' },
  staff: { ja: '職員', en: 'staff' },
  contractorMaintenance: { ja: '委託先の定期保守', en: 'periodic contractor maintenance' },
  contractor: { ja: '委託先・供給元からの連絡', en: 'contractor or supplier' },
  outsideBody: { ja: '外部機関（警察・CSIRTなど）', en: 'external body (police, CSIRT …)' },
  attacker: { ja: '攻撃者の連絡・表示', en: 'attacker' },
  media: { ja: '報道・SNS', en: 'media or social networks' },
  other: { ja: 'その他', en: 'other' },
};
