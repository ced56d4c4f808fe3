import type { Bilingual } from '../../../kernel/language.ts';

/** How the clock of a headquarters stopped, and where it meets. */
export const HEADQUARTERS_CLOCK_WORDS = {
  notMeasured: {
    ja: '計測不可（検知の時刻が概算、または設置より後）',
    en: 'not measured (detection time is approximate, or after set-up)',
  },
  met: { ja: '目標内（{time}）', en: 'On target ({time})' },
  late: { ja: '目標超過（{time}）', en: 'Over target ({time})' },
  bridge: { ja: '会議の接続先', en: 'Bridge' },
} as const satisfies Readonly<Record<string, Bilingual>>;
