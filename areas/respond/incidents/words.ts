import type { Bilingual } from '../../../kernel/language.ts';
import type { DETECTION_ROUTES, LINKS, SYSTEM_STATES } from './schema.ts';

/** Said first, in both languages: it may be all that a lock screen shows, and nobody is to run for a drill. */
export const DRILL = '【訓練 DRILL】';
export const marked = (drill: boolean, text: string): string => `${drill ? DRILL : ''}${text}`;

/** The question no incident is closed without (C5-D2). */
export const COULD_BE_ATTACK: Bilingual = {
  ja: '攻撃の可能性はないか',
  en: 'Could this be an attack?',
};

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

/** How a system stands in an incident. */
export const SYSTEM_STATE_WORDS: Readonly<Record<(typeof SYSTEM_STATES)[number], Bilingual>> = {
  suspected: { ja: '疑い', en: 'suspected' },
  affected: { ja: '影響あり', en: 'affected' },
  contained: { ja: '封じ込め', en: 'Contained' },
  restored: { ja: '復旧', en: 'Restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
};

/** How another incident belongs with this one. */
export const LINK_WORDS: Readonly<Record<(typeof LINKS)[number], Bilingual>> = {
  wave: { ja: '前の波', en: 'earlier wave' },
  recurrence: { ja: '再発', en: 'recurrence' },
  precursor: { ja: '前兆', en: 'precursor' },
  sameEvent: { ja: '同じ出来事', en: 'the same event' },
};
