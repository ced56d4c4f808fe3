import type { Bilingual } from '../../../kernel/language.ts';
import type { CHANGE_LACKS, ChangeState, ChangeTurn } from './schema.ts';

export const CHANGE_STATE_WORDS: Readonly<Record<ChangeState, Bilingual>> = {
  proposed: { ja: '提案', en: 'proposed' },
  approved: { ja: '承認済み', en: 'approved' },
  refused: { ja: '不承認', en: 'refused' },
  applied: { ja: '適用中', en: 'applied' },
  rolledBack: { ja: '元に戻した', en: 'rolled back' },
  replaced: { ja: '恒久対策に置き換え', en: 'replaced' },
};

export const CHANGE_TURN_WORDS: Readonly<Record<ChangeTurn, Bilingual>> = {
  approve: { ja: '承認', en: 'Approve' },
  refuse: { ja: '不承認', en: 'Refuse' },
  apply: { ja: '適用した', en: 'Applied' },
  rollBack: { ja: '元に戻した', en: 'Rolled back' },
  replace: { ja: '恒久対策に置き換えた', en: 'Replaced' },
};

/** What a stop-gap lacks. */
export const CHANGE_LACK_WORDS: Readonly<Record<(typeof CHANGE_LACKS)[number], Bilingual>> = {
  expiry: { ja: '期限がありません', en: 'no end' },
  rollback: { ja: '戻し方がありません', en: 'no rollback' },
  permanentFix: { ja: '恒久対策がありません', en: 'no permanent fix' },
  expired: { ja: '期限切れ', en: 'past its end' },
};
