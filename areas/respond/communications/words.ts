import type { Bilingual } from '../../../kernel/language.ts';
import type { STATEMENT_KINDS } from './schema.ts';

export const STATEMENT_KIND_WORDS: {
  readonly [K in (typeof STATEMENT_KINDS)[number]]: Bilingual;
} = {
  start: { ja: '発生', en: 'Started' },
  update: { ja: '続報', en: 'Update' },
  end: { ja: '終了', en: 'Resolved' },
};
