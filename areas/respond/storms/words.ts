import type { Bilingual, Language } from '../../../kernel/language.ts';
import { fillIn, shorten } from '../../../kernel/text.ts';
import type { StormView } from './schema.ts';

export const STORM_TITLE: Bilingual = { ja: 'アラームの集中', en: 'Alarm storm' };

const TOLD: Bilingual = {
  ja: '{groups}組・{signals}件を集約中。件数の多い順：{largest}',
  en: '{signals} {signals|alarm|alarms} grouped into {groups}. Largest: {largest}',
};
const LONGEST = 60;
const NAMED = 3;

/** What a storm has collected so far, in a line. */
export function toldOf(
  { groups, signals, largest }: Pick<StormView, 'groups' | 'signals' | 'largest'>,
  language: Language,
): string {
  const names = largest.slice(0, NAMED).map(({ title, signals: n }) => `${shorten(title, LONGEST)} ×${n}`);
  return fillIn(TOLD[language], { groups, signals, largest: names.join(language === 'ja' ? '、' : ', ') });
}
