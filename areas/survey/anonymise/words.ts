import type { Bilingual } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';

export const filled = (
  { ja, en }: Bilingual,
  values: Readonly<Record<string, string | number>>,
): Bilingual => ({
  ja: fillIn(ja, values),
  en: fillIn(en, values),
});

export const NO_EDITION: Bilingual = {
  ja: '公開版がありません。公開版を作成してください',
  en: 'There is no public edition. Make one',
};
export const REVISED_SINCE: Bilingual = {
  ja: '第{edition}版の作成後に、事例、伏せる名称または公開の扱いが変更されました。新しい公開版を作成してください',
  en: 'The case, its names to withhold or what is disclosed changed after edition {edition} was made. Make a new public edition',
};
export const SAME_AS_BEFORE: Bilingual = {
  ja: '第{edition}版から変更がありません',
  en: 'Nothing has changed since edition {edition}',
};
/** A name that is to stand for nothing is told by its place alone. */
export const LEAKS: Bilingual = {
  ja: '登録した対象が残っています（{place}：{text}）。文を書き換えるか、非公開にしてください',
  en: 'Something on the list is still there ({place}: {text}). Reword the text or withhold it',
};
