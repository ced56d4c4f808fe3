import type { Bilingual } from '../../../kernel/language.ts';
import type { SERVICE_STATES, STATEMENT_KINDS } from './schema.ts';

export const STATEMENT_KIND_WORDS: {
  readonly [K in (typeof STATEMENT_KINDS)[number]]: Bilingual;
} = {
  start: { ja: '発生', en: 'Started' },
  update: { ja: '続報', en: 'Update' },
  end: { ja: '終了', en: 'Resolved' },
};

/** How a service is said to be. */
export const SERVICE_STATE_WORDS: Readonly<Record<(typeof SERVICE_STATES)[number], Bilingual>> = {
  affected: { ja: '一部に影響', en: 'Partly affected' },
  stopped: { ja: '停止', en: 'Unavailable' },
  restored: { ja: '復旧', en: 'Restored' },
};
