import { RECOVERY_PLAN_WORDS } from '../../../../../areas/respond/recovery/words.ts';
import { words } from '../../words.ts';

/** Recovery beside the board: order, ways, growth, reason, pages for technicians. */
export const PLAN = words({
  ...RECOVERY_PLAN_WORDS,
  title: { ja: '復旧の方針', en: 'Recovery plan' },
  containment: { ja: '封じ込め', en: 'Containment' },
  open: { ja: '封じ込め前', en: 'not contained yet' },
  unconfirmed: {
    ja: '封じ込め済みの報告あり（影響拡大は未確認）',
    en: 'reported contained, not verified',
  },
  confirmed: { ja: '影響拡大なしを確認', en: 'verified: no longer spreading' },
  growing: { ja: '影響拡大中', en: 'still spreading' },
  checkGrowth: { ja: '影響拡大の確認', en: 'Check spread' },
  affected: {
    ja: '影響台数（空欄の場合は一覧の台数）',
    en: 'Machines affected (defaults to the board)',
  },
  order: { ja: '復旧順位', en: 'Recovery order' },
  noOrder: {
    ja: '影響のあるシステムを記録すると、台帳の影響度と依存関係から順位を算出します。',
    en: 'Mark affected systems to see their recovery order from the registers.',
  },
  needsOwner: { ja: '影響度が未登録（主管の確認が必要）', en: 'not rated, needs owner review' },
  because: { ja: '{name}に必要', en: 'needed by {name}' },
  rto: { ja: '目標 {time}', en: 'target {time}' },
  agreed: { ja: '{by}が同意', en: 'agreed by {by}' },
  objected: { ja: '{by}が異議', en: '{by} objects' },
  inTheirPlace: { ja: '（主管の代理）', en: ' (on behalf of the owner)' },
  ways: { ja: '復旧方法', en: 'Methods' },
  choose: { ja: '復旧方法の決定', en: 'Choose method' },
  asset: { ja: 'システム（空欄の場合はすべて）', en: 'System (defaults to all)' },
  method: { ja: '方法', en: 'Method' },
  criteria: {
    ja: '選定基準と、復帰前の確認事項',
    en: 'Reason and checks before return to service',
  },
  why: { ja: '復旧理由', en: 'Reason for recovery' },
  tellWhy: { ja: '理由の記録', en: 'Record reason' },
  note: { ja: '補足', en: 'Note' },
  pages: { ja: '現地作業者のページ', en: 'Technician pages' },
  makePage: { ja: 'ページの作成', en: 'Create page' },
  pageName: { ja: '名前（拠点・班）', en: 'Name (site, team)' },
  hours: { ja: '有効時間（時間）', en: 'Valid for (hours)' },
  until: { ja: '{at}まで', en: 'until {at}' },
  endPage: { ja: '終了', en: 'End' },
  scan: {
    ja: '端末のカメラで読み取ると、サインインせずに、対象範囲の機器の状態を更新できます。',
    en: 'Scan with a phone camera to update only these machines, without signing in.',
  },
  csvOut: { ja: 'CSVの保存', en: 'Export CSV' },
  csvIn: { ja: 'CSVの取り込み', en: 'Import CSV' },
  csvMoved: { ja: '{n}台を更新しました', en: '{n} updated' },
});
