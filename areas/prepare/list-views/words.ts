import type { Bilingual } from '../../../kernel/language.ts';
import { MOST_VIEWS } from './schema.ts';

export const TOO_MANY: Bilingual = {
  ja: `保存できる表示は、一覧ごとに${MOST_VIEWS}件までです。不要な表示を削除してください`,
  en: `Up to ${MOST_VIEWS} views can be saved per list. Remove one first`,
};
