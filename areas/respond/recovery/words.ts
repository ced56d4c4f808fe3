import type { Bilingual } from '../../../kernel/language.ts';
import type { ItemState } from './schema.ts';

export const ITEM_STATE_WORDS: Readonly<Record<ItemState, Bilingual>> = {
  waiting: { ja: '未着手', en: 'not started' },
  inProgress: { ja: '作業中', en: 'in progress' },
  blocked: { ja: '支障あり', en: 'blocked' },
  restored: { ja: '復旧', en: 'restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
};

/** Of the plan of a recovery, what its facts say. */
export const RECOVERY_PLAN_WORDS = {
  count: { ja: '{n}台', en: '{n} {n|machine|machines}' },
  agree: { ja: '同意', en: 'Agree' },
  object: { ja: '異議', en: 'Object' },
  forAll: { ja: 'すべて', en: 'all systems' },
  clean: { ja: '駆除', en: 'clean' },
  restore: { ja: 'バックアップから復元', en: 'restore from backup' },
  rebuild: { ja: '再構築', en: 'rebuild' },
  ownAction: { ja: '自組織の対処による', en: 'our own action' },
  attackEnded: { ja: '攻撃の終息', en: 'the attack ended' },
  supplier: { ja: '提供元の復旧', en: 'restored by the supplier' },
  unknown: { ja: '不明', en: 'unknown' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** In which turn machines are brought back. */
export const WAVE_WORDS = {
  wave: { ja: '復旧グループ', en: 'Wave' },
} as const satisfies Readonly<Record<string, Bilingual>>;
