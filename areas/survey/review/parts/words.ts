import type { Bilingual } from '../../../../kernel/language.ts';

/** Places of the two pages that are no section. */
export const PLACE_WORDS = {
  title: { ja: '見出し・概要', en: 'Title and summary' },
  figure: { ja: '図', en: 'Figure' },
  layout: { ja: '図の配置', en: 'Layout of the figure' },
  gone: { ja: '削除された部分', en: 'Part that was removed' },
} as const satisfies Readonly<Record<string, Bilingual>>;
