import type { Bilingual } from '../../../kernel/language.ts';
import type { Standing } from './schema.ts';

export const STANDING_WORDS: Readonly<Record<Standing, Bilingual>> = {
  met: { ja: '期限内', en: 'On time' },
  late: { ja: '期限後', en: 'Late' },
  unclear: { ja: '期限内か不明', en: 'Cannot tell whether on time' },
  owed: { ja: '未提出', en: 'Not submitted' },
  none: { ja: '期限なし', en: 'No deadline' },
};
