import type { Bilingual } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import { SURVEY_ZONE } from '../cycles/rules.ts';
import type { WindowFault } from './rules.ts';
import type { LeftOut, Selection, Share, Span } from './schema.ts';

export const SPAN_WORDS: Readonly<Record<Span, Bilingual>> = {
  notice: { ja: '発生から覚知まで', en: 'Time to notice' },
  report: { ja: '覚知から第一報まで', en: 'Time to report' },
  restore: { ja: '発生（不明な場合は覚知）から復旧まで', en: 'Time to restore' },
};
export const SHARE_WORDS: Readonly<Record<Share, Bilingual>> = {
  onTime: { ja: '覚知から{hours}時間以内の第一報', en: 'First report within {hours} h of noticing' },
  reached: { ja: '他分野への影響あり', en: 'Reached other sectors' },
  malicious: { ja: '悪意のある行為が原因', en: 'Caused by malice' },
  measures: { ja: '再発防止策の記載あり', en: 'Led to changed measures' },
  severe: { ja: '影響の深刻度がレベル{level}以上', en: 'Effect of level {level} or above' },
  levelMissed: { ja: 'サービス維持レベルの逸脱', en: 'Service maintenance level missed' },
};
export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, Bilingual>> = {
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
  supplement: { ja: '補足の報告', en: 'Supplements' },
  late: { ja: '基準時点より後に受理', en: 'Received after the cut-off' },
  notPassed: { ja: '基準時点で未確認', en: 'Not passed at the cut-off' },
};
export const WINDOW_FAULTS: Readonly<Record<WindowFault, Bilingual>> = {
  backwards: { ja: '開始日以降の日付を入力してください', en: 'Enter a day no earlier than the first' },
  quarters: {
    ja: '情報連絡を閲覧できない場合は、四半期の初日から末日までの期間を入力してください',
    en: 'You cannot view reports, so enter whole quarters, from the first day of one to the last day of another',
  },
  long: { ja: '期間は30年以内で入力してください', en: 'Enter a period of 30 years or less' },
};

const RULE: Bilingual = {
  ja: '確認済み（基準時点 {cutoff} 日本時間）かつ {from} から {until} まで（提出日、日本時間）に提出された主たる報告。取り下げを除く。内容は基準時点の最新の版による。',
  en: 'Passed at the cut-off ({cutoff}, Japan time), submitted from {from} to {until} (Japan time), primary reports, not withdrawn; as the newest version at the cut-off says.',
};

/** The rule that stands under every figure. */
export function ruleInWords({
  from,
  until,
  cutoff,
}: Pick<Selection, 'from' | 'until' | 'cutoff'>): Bilingual {
  const at = Temporal.Instant.from(cutoff)
    .toZonedDateTimeISO(SURVEY_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
  const values = { from, until, cutoff: at };
  return { ja: fillIn(RULE.ja, values), en: fillIn(RULE.en, values) };
}
