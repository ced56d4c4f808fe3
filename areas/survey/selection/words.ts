import type { Bilingual } from '../../../kernel/language.ts';
import type { OutReason, PickNeed, Quality } from './schema.ts';

export const OUT_WORDS: Readonly<Record<OutReason, Bilingual>> = {
  before: { ja: '対象期間より前に提出', en: 'Submitted before the period' },
  after: { ja: '対象期間より後に提出', en: 'Submitted after the period' },
  notPassed: { ja: '受付の審査を通過していない', en: 'Not passed at intake' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
};
export const QUALITY_WORDS: Readonly<Record<Quality, Bilingual>> = {
  good: { ja: '良', en: 'Good' },
  poor: { ja: '否', en: 'Poor' },
  mixed: { ja: '混在', en: 'Mixed' },
};
export const PICK_NEED_WORDS: Readonly<Record<PickNeed, Bilingual>> = {
  outOfOrder: {
    ja: '順位が上の候補を選ばずに選定しています。理由を入力してください',
    en: 'A higher-ranked candidate is left out. Enter a reason',
  },
  contested: {
    ja: '観点の重み付けによって結果が変わる候補です。選定する理由を入力してください',
    en: 'Whether this one is selected depends on how criteria are weighed. Enter a reason',
  },
};
export const QUALITY_NAME: Bilingual = { ja: '対応', en: 'Response' };

/** Why an act of the selection is refused. */
export const REFUSED = {
  blind: {
    ja: '自分の評価票を確定するまで、ほかの評価者の評価と集計結果は表示できません',
    en: 'Lock your own sheet first. Other ratings and results are hidden until then',
  },
  unfinished: {
    ja: 'すべての評価者が評価票を確定すると表示できます',
    en: 'Results are shown once every rater has locked their sheet',
  },
  ratesThemselves: {
    ja: 'この調査の評価者は、評価票を確定するまで選定の事務を行えません。ほかの事務局の担当者が操作してください',
    en: 'You rate in this survey. Until your sheet is locked, someone else has to do this',
  },
  started: {
    ja: '評価が始まっているため変更できません',
    en: 'Rating has started. This can no longer be changed',
  },
  notRating: {
    ja: '評価中の調査ではありません',
    en: 'This survey is not at the rating step',
  },
  fewRaters: {
    ja: '評価者が2名以上必要です。評価者を追加してください',
    en: 'At least two raters are needed. Add a rater',
  },
  noCandidates: {
    ja: '候補がありません。対象期間を確認し、候補を更新してください',
    en: 'There are no candidates. Check the period and update the candidates',
  },
  notARater: {
    ja: '評価の権限がある利用者ではありません。評価者の役割を持つ利用者を選択してください',
    en: 'This person may not rate. Choose someone with the rater role',
  },
  alreadyRater: { ja: '評価者として登録されています', en: 'This person is a rater already' },
  hasRated: {
    ja: '評価を始めた評価者は外せません',
    en: 'A rater who has rated cannot be removed',
  },
  lockedSheet: {
    ja: '評価票は確定されています。変更するには事務局が確定を解除する必要があります',
    en: 'This sheet is locked. The secretariat has to unlock it first',
  },
  othersSeen: {
    ja: 'ほかの評価者の評価が表示できる状態になったため、確定を解除できません',
    en: 'Other ratings could already be seen. The sheet stays locked',
  },
  unlockReason: { ja: '確定を解除する理由を入力してください', en: 'Enter why the sheet is unlocked' },
  incomplete: {
    ja: '評価が済んでいない観点があります',
    en: 'Some criteria are not rated yet',
  },
  rateAll: {
    ja: '{number}：未評価の観点があります。評価するか、評価を控える理由を入力してください',
    en: '{number}: some criteria are not rated. Rate them, or enter why you abstain',
  },
  strangeCriterion: {
    ja: 'この調査の観点ではありません。削除してください',
    en: 'This is no criterion of the survey. Remove it',
  },
  noPicks: { ja: '選定した事案がありません', en: 'No case is selected' },
  notACandidate: {
    ja: 'この調査の候補ではありません。一覧から選択してください',
    en: 'This is no candidate of the survey. Choose one from the list',
  },
  pickedTwice: { ja: '同じ事案が2回選ばれています', en: 'The same case is selected twice' },
  reopenReason: { ja: '選定をやり直す理由を入力してください', en: 'Enter why the selection is reopened' },
} as const satisfies Record<string, Bilingual>;

/** The signed record of a selection as it is printed. */
export const RECORD_WORDS = {
  title: {
    ja: '{year}年度 補完調査 選定の記録（第{number}版）',
    en: 'Survey {year}: record of the selection ({number})',
  },
  contents: { ja: '目次', en: 'Contents' },
  chosen: { ja: '選定した事案', en: 'Selected cases' },
  ranking: { ja: '候補の評価と順位', en: 'Ratings and ranks of all candidates' },
  rankingNote: {
    ja: '点数は評価者の中央値で、括弧内は最小と最大です。対応の優劣は合計に含みません。「残る割合」は、観点の重みを無作為に変えた10,000通りのうち選定数の範囲に入る割合です。',
    en: 'Scores are the median of raters, with lowest and highest in brackets. The response is not part of the total. “Stays” is the share of 10,000 random weightings of the criteria in which a candidate is among the first.',
  },
  balance: { ja: '分野と原因の均衡', en: 'Balance of sectors and causes' },
  dominant: {
    ja: '「{sector}」が上限の割合を超えています（{chosen}件）。',
    en: '{sector} holds more than its share ({chosen} cases).',
  },
  none: {
    ja: '候補のある「{sector}」から選ばれていません。',
    en: '{sector} has candidates, but none is selected.',
  },
  agreement: { ja: '評価者間の一致', en: 'Agreement of raters' },
  agreementNote: {
    ja: 'クリッペンドルフのα係数（点数は順序尺度、対応の優劣は名義尺度）と95%区間です。0.667未満の観点は、基準の解釈を協議する対象です。',
    en: 'Krippendorff’s alpha (ordinal for scores, nominal for the response) with its 95% interval. Below 0.667 the meaning of a criterion is to be discussed.',
  },
  withoutRater: { ja: '評価者を1名除いた場合', en: 'Without one rater' },
  out: { ja: '対象外とした事案', en: 'Events that are no candidates' },
  outside: {
    ja: '対象期間より前に提出された事案{before}件、後に提出された事案{after}件は、一覧に含みません。',
    en: 'Not listed: {before} events submitted before the period, {after} after it.',
  },
  signature: { ja: '署名', en: 'Signature' },
  signatureNote: {
    ja: 'ハッシュ値は、JSON形式の記録（record）を、キーを整列し空白を除いた文字列にして求めます。署名も同じ文字列に対するものです。',
    en: 'The hash is that of the record in the JSON file, written with sorted keys and no blanks. The signature covers the same text.',
  },
  rank: { ja: '順位', en: 'Rank' },
  receipt: { ja: '受付番号', en: 'Receipt' },
  event: { ja: '概要', en: 'Event' },
  total: { ja: '計', en: 'Total' },
  share: { ja: '残る割合', en: 'Stays' },
  near: { ja: '重み±30%で残る割合', en: 'Stays at ±30%' },
  reason: { ja: '理由', en: 'Reason' },
  sectors: { ja: '分野', en: 'Sector' },
  causes: { ja: '原因', en: 'Cause' },
  candidates: { ja: '候補', en: 'Candidates' },
  chosenCount: { ja: '選定', en: 'Selected' },
  criterion: { ja: '観点', en: 'Criterion' },
  alpha: { ja: 'α係数', en: 'Alpha' },
  interval: { ja: '95%区間', en: '95% interval' },
  units: { ja: '件数', en: 'Candidates' },
  discuss: { ja: '協議', en: 'Discuss' },
  low: { ja: '協議の対象', en: 'To be discussed' },
  rater: { ja: '除いた評価者', en: 'Rater left out' },
  lost: { ja: '選定数の範囲から外れる事案', en: 'Selected cases that would fall out' },
  noneLost: { ja: 'なし', en: 'None' },
  why: { ja: '理由', en: 'Reason' },
  item: { ja: '項目', en: 'Item' },
  value: { ja: '内容', en: 'Content' },
  signedBy: { ja: '署名者', en: 'Signed by' },
  key: { ja: '署名鍵の指紋', en: 'Fingerprint of the key' },
  ed25519: { ja: '署名（Ed25519）', en: 'Signature (Ed25519)' },
  notStated: { ja: '記載なし', en: 'Not stated' },
  removed: { ja: '削除された利用者', en: 'Removed person' },
} as const satisfies Record<string, Bilingual>;
