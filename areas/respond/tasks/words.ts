import type { Bilingual } from '../../../kernel/language.ts';
import type { TASK_KINDS } from './schema.ts';

export const TASK_KIND_WORDS: Readonly<Record<(typeof TASK_KINDS)[number], Bilingual>> = {
  task: { ja: 'タスク', en: 'Task' },
  request: { ja: '依頼', en: 'Request' },
  sweep: { ja: '一斉点検', en: 'Sweep' },
  healthCheck: { ja: '再開前の確認', en: 'Health check before resuming' },
  forensics: { ja: 'フォレンジック', en: 'Forensics' },
  penetrationTest: { ja: '侵入テスト', en: 'Penetration test' },
  darkWebSearch: { ja: 'ダークウェブ調査', en: 'Dark-web search' },
};

/** How a task ends. */
export const TASK_END_WORDS = {
  done: { ja: '完了', en: 'Done' },
  cancel: { ja: '取り下げ', en: 'Cancel task' },
} as const satisfies Readonly<Record<string, Bilingual>>;
