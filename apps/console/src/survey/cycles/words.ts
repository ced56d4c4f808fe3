import { words } from '../../words.ts';

export const CYCLE = words({
  none: {
    ja: '年度の調査が表示されます。調査を登録すると、候補の一覧、評価、選定へ進めます。',
    en: 'Surveys appear here by fiscal year. Open one to list candidates, rate them and select cases.',
  },
  open: { ja: '調査の登録', en: 'Open survey' },
  fiscalYear: { ja: '年度', en: 'Fiscal year' },
  name: { ja: '{year}年度 補完調査', en: 'Survey of fiscal year {year}' },
  purpose: { ja: '目的', en: 'Purpose' },
  target: { ja: '選定する件数', en: 'Cases to select' },
  window: { ja: '対象期間', en: 'Period covered' },
  windowTold: {
    ja: '対象期間 {from} 〜 {until}（提出日、日本時間）',
    en: 'Submitted {from} to {until} (Japan time)',
  },
  from: { ja: '対象期間の初日', en: 'First day' },
  until: { ja: '対象期間の末日', en: 'Last day' },
  plan: { ja: '補完する計画', en: 'Plan it supplements' },
  planName: { ja: '計画の名称', en: 'Plan' },
  decidedBy: { ja: '決定した機関', en: 'Decided by' },
  decidedOn: { ja: '決定日', en: 'Decided on' },
  sectorPercent: { ja: '1分野の割合の上限（%）', en: 'Largest share of one sector (%)' },
  edit: { ja: '調査の内容', en: 'Survey details' },
  steps: { ja: '調査の段階', en: 'Steps of the survey' },
  inWindow: { ja: '候補の事案', en: 'Candidates' },
  outTold: { ja: '対象外 {n}', en: '{n} not eligible' },
  rated: { ja: '評価を終えた評価者', en: 'Raters who are done' },
  chosen: { ja: '選定した事案', en: 'Selected' },
  turnTo: { ja: '「{state}」に進む', en: 'Move on to {state}' },
  backTo: { ja: '「{state}」に戻す', en: 'Back to {state}' },
  reason: { ja: '理由', en: 'Reason' },
});
