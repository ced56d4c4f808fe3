import type { Bilingual } from '../../../kernel/language.ts';
import type { ItemState } from './schema.ts';

export const ITEM_STATE_WORDS: Readonly<Record<ItemState, Bilingual>> = {
  waiting: { ja: '未着手', en: 'not started' },
  inProgress: { ja: '作業中', en: 'in progress' },
  blocked: { ja: '支障あり', en: 'blocked' },
  restored: { ja: '復旧', en: 'restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
};
