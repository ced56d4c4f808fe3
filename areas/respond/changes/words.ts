import type { Bilingual } from '../../../kernel/language.ts';
import type { CHANGE_LACKS, ChangeState, ChangeTurn } from './schema.ts';

export const CHANGE_STATE_WORDS: Readonly<Record<ChangeState, Bilingual>> = {
  proposed: { ja: '提案', en: 'proposed' },
  approved: { ja: '承認済み', en: 'approved' },
  refused: { ja: '不承認', en: 'rejected' },
  applied: { ja: '適用中', en: 'applied' },
  rolledBack: { ja: '切り戻し', en: 'rolled back' },
  replaced: { ja: '恒久対策に置き換え', en: 'replaced' },
};

export const CHANGE_TURN_WORDS: Readonly<Record<ChangeTurn, Bilingual>> = {
  approve: { ja: '承認', en: 'Approve' },
  refuse: { ja: '不承認', en: 'Reject' },
  apply: { ja: '適用を記録', en: 'Mark as applied' },
  rollBack: { ja: '切り戻し', en: 'Mark as rolled back' },
  replace: { ja: '恒久対策への置き換えを記録', en: 'Mark as replaced' },
};

/** What a stop-gap lacks. */
export const CHANGE_LACK_WORDS: Readonly<Record<(typeof CHANGE_LACKS)[number], Bilingual>> = {
  expiry: { ja: '期限が未設定', en: 'no end time' },
  rollback: { ja: '切り戻し方法が未設定', en: 'no rollback' },
  permanentFix: { ja: '恒久対策が未設定', en: 'no permanent fix' },
  expired: { ja: '期限切れ', en: 'expired' },
};
