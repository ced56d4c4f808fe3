import type { Bilingual } from '../../../../kernel/language.ts';

/** The sentences of a draft, in the register of a report. English begins small: when it happened stands before it. */
export const SAID = {
  // How it was noticed.
  declared: { ja: 'インシデントとして宣言した{more}', en: 'an incident was declared{more}' },
  declaredByRule: {
    ja: '宣言ルールにより、インシデントとして宣言された{more}',
    en: 'an incident was declared by a rule{more}',
  },
  detected: { ja: '「{text}」との検知があった{more}', en: '“{text}” was noticed{more}' },
  signals: { ja: 'アラート「{text}」を受信した{more}', en: 'the alert “{text}” was received{more}' },
  signalsBack: { ja: 'アラート{n}件が再発した', en: 'alerts recurred: {n}' },
  signalsEnded: { ja: 'アラート{n}件が終了した{more}', en: 'alerts ended: {n}{more}' },
  storm: { ja: 'アラームが集中し、以後を集約した', en: 'alarms came in a storm and were grouped' },
  stormOver: {
    ja: '集約したアラームを{n}件のインシデントに分けた',
    en: 'the grouped alarms were split; incidents: {n}',
  },
  timeNote: { ja: '「{which}」の時刻を記録した{more}', en: 'the time “{which}” was recorded{more}' },
  event: { ja: '{text}{more}', en: '{text}{more}' },

  // Setting.
  affected: { ja: '影響を受けたシステム：{list}', en: 'affected systems: {list}' },
  suspected: { ja: '影響の疑いのあるシステム：{list}', en: 'systems suspected to be affected: {list}' },
  alerted: { ja: 'アラートの対象：{list}', en: 'systems that alerts were about: {list}' },
  responders: { ja: '対応した部署・組織：{list}', en: 'who responded: {list}' },
  plan: { ja: '対応計画「{name}」を適用した', en: 'the response plan “{name}” was applied' },
  planUnreadable: { ja: '対応計画を読み取れなかった', en: 'a response plan could not be read' },
  linked: {
    ja: 'インシデント#{n}と関連付けた（{how}）{more}',
    en: 'it was linked with incident #{n} ({how}){more}',
  },
  takenIn: { ja: 'インシデント#{n}を統合した', en: 'incident #{n} was merged into it' },
  joint: { ja: '「{name}」の記録と連携した', en: 'its record was linked with that of “{name}”' },
  jointTold: { ja: '「{name}」に「{text}」と連絡した', en: '“{name}” was informed: “{text}”' },
  jointHeard: { ja: '「{name}」から「{text}」との連絡を受けた', en: '“{name}” reported “{text}”' },
  jointEnded: { ja: '「{name}」との連携を終了した', en: 'the link with “{name}” was ended' },
  site: { ja: '発生した拠点は「{name}」であった', en: 'it happened at the site “{name}”' },

  // Command.
  paged: { ja: '担当者の呼び出しを開始した{more}', en: 'paging started{more}' },
  notPaged: { ja: '担当者の呼び出しは開始されなかった{more}', en: 'no one was paged{more}' },
  hqProposed: {
    ja: '対応計画の基準により、「{name}」の設置が提案された{more}',
    en: 'by the criteria of the plan, setting up “{name}” was proposed{more}',
  },
  hqDeclined: { ja: '本部の設置を見送った{more}', en: 'setting up a headquarters was declined{more}' },
  hqSetUp: { ja: '「{name}」を設置した{more}', en: '“{name}” was set up{more}' },
  hqChanged: {
    ja: '本部の運営を変更した{more}',
    en: 'the arrangements of the headquarters were changed{more}',
  },
  hqEnded: { ja: '本部を解散した{more}', en: 'the headquarters was stood down{more}' },
  briefed: { ja: '経営層への報告を開始した{more}', en: 'reports to the management started{more}' },
  role: { ja: '役割「{name}」の担当を定めた{more}', en: 'the role “{name}” was assigned{more}' },
  roleOffered: {
    ja: '役割「{name}」の引き継ぎを依頼した{more}',
    en: 'a handover of the role “{name}” was requested{more}',
  },
  roleTaken: { ja: '役割「{name}」を引き継いだ{more}', en: 'the role “{name}” was handed over{more}' },
  roleAttended: { ja: '役割「{name}」の担当が参集した', en: 'the holder of the role “{name}” was present' },
  shared: { ja: '社外の関係者と記録を共有した', en: 'the record was shared with an external party' },
  unshared: { ja: '社外の関係者との共有を終了した', en: 'sharing with an external party ended' },
  restricted: { ja: '閲覧者を限定した', en: 'who may see it was restricted' },
  unrestricted: { ja: '閲覧者の限定を解除した', en: 'the restriction of who may see it was removed' },

  // Decisions.
  decided: {
    ja: '「{question}」について、「{decision}」と決定した{more}',
    en: 'on “{question}” it was decided: “{decision}”{more}',
  },
  severity: { ja: '深刻度を{n}とした', en: 'the severity was set to {n}' },
  renamed: { ja: '件名を「{title}」に訂正した', en: 'the title was corrected to “{title}”' },
  rated: {
    ja: '影響を、継続{continuity}、安全{safety}、信頼{trust}と評価した{more}',
    en: 'it was rated: continuity {continuity}, safety {safety}, trust {trust}{more}',
  },
  reclassified: {
    ja: '事態の種別を{from}「{to}」に変更した{more}',
    en: 'it was reclassified {from}to “{to}”{more}',
  },
  reclassifiedFrom: { ja: '「{from}」から', en: 'from “{from}” ' },
  unclassified: { ja: '未分類', en: 'unclassified' },

  // Work.
  task: { ja: '「{title}」を指示した{more}', en: 'the task “{title}” was opened{more}' },
  requested: { ja: '「{party}」に「{title}」を依頼した{more}', en: '“{party}” was asked: “{title}”{more}' },
  requestNoted: {
    ja: '「{party}」への依頼「{title}」を登録した{more}',
    en: 'a request to “{party}” was entered: “{title}”{more}',
  },
  answered: { ja: '「{party}」から「{answer}」との回答を得た', en: '“{party}” answered “{answer}”' },
  notSent: { ja: '「{party}」への依頼を送信できなかった', en: 'the request to “{party}” could not be sent' },
  change: {
    ja: '緊急変更「{title}」を提案した{more}',
    en: 'the emergency change “{title}” was proposed{more}',
  },
  changeTurned: {
    ja: '緊急変更「{title}」を{state}{more}',
    en: 'the emergency change “{title}” was {state}{more}',
  },
  changeExpired: {
    ja: '応急措置「{title}」の期限が切れた',
    en: 'the temporary fix “{title}” expired',
  },
  evidence: { ja: '「{what}」を証拠として保全した{more}', en: '“{what}” was secured as evidence{more}' },
  handed: { ja: '証拠を「{to}」に引き渡した{more}', en: 'evidence was handed over to “{to}”{more}' },
  attached: { ja: '「{name}」を記録に添付した{more}', en: '“{name}” was attached to the record{more}' },
  sweep: { ja: '「{title}」の点検対象を{n}とした', en: 'the sweep “{title}” covered {n}' },
  swept: {
    ja: '「{title}」で{n}の結果を「{result}」とした{more}',
    en: 'the sweep “{title}” recorded {n}: {result}{more}',
  },

  // Extent.
  system: { ja: '「{name}」は、{states}とした', en: '“{name}”: {states}' },
  systemState: { ja: '{when}に「{state}」', en: '{state} {when}' },
  estimated: { ja: '「{input}」の見積もりは、{values}とした', en: 'the estimate of “{input}” – {values}' },
  estimatedValue: { ja: '{when}に{value}', en: '{when}: {value}' },
  outage: {
    ja: '停止時間の見込みを示した{more}',
    en: 'an expected length of the outage was stated{more}',
  },
  grown: { ja: '影響の拡大を確認し、{values}とした', en: 'the spread was checked – {values}' },

  // To the outside.
  stated: {
    ja: '{audience}に対し「{text}」と発表した{more}',
    en: '{audience} were informed: “{text}”{more}',
  },
  stopped: {
    ja: '{audience}向けの発表文を、公表しない事項が含まれるため差し止めとした',
    en: 'a statement to {audience} was blocked because it held withheld terms',
  },
  dropped: {
    ja: '{audience}向けの発表文の案を取り下げた',
    en: 'a draft statement to {audience} was withdrawn',
  },
  updateMissed: {
    ja: '{audience}向けの続報の予定時刻を過ぎた',
    en: 'the promised update to {audience} was overdue',
  },
  drafted: {
    ja: '{audience}向けの発表文を作成したが、発表の記録はない',
    en: 'a statement to {audience} was drafted; that it was published is not recorded',
  },
  withheldSet: {
    ja: '{audience}に公表しない事項を定めた',
    en: 'a term to be withheld from {audience} was set',
  },
  withheldLifted: {
    ja: '{audience}に公表しない事項を解除した',
    en: 'a term withheld from {audience} was released',
  },
  individuals: { ja: '{n}人に個別に通知した', en: 'people notified individually: {n}' },
  inquiryFrom: {
    ja: '{from}から「{question}」との問い合わせを受けた{more}',
    en: '{from} asked “{question}”{more}',
  },
  inquiry: {
    ja: '「{question}」との問い合わせを受けた{more}',
    en: 'an inquiry was received: “{question}”{more}',
  },
  subscribers: {
    ja: '状況ページの登録者{n}人に配信した',
    en: 'subscribers of the status page informed: {n}',
  },
  report: {
    ja: '「{regime}」に{stage}を提出した{more}',
    en: 'the {stage} to “{regime}” was submitted{more}',
  },
  reportOpen: {
    ja: '「{regime}」への{stage}の期限を起算した{more}',
    en: 'the clock for the {stage} to “{regime}” started{more}',
  },
  reportNot: {
    ja: '「{regime}」への報告は不要と判断した{more}',
    en: 'a report to “{regime}” was judged not required{more}',
  },

  // Recovery.
  recoveryBegan: { ja: '{n}を復旧の対象とした{more}', en: 'the recovery board took in {n}{more}' },
  moved: { ja: '機器の復旧は、{values}であった', en: 'machines came back – {values}' },
  movedValue: { ja: '{when}に「{state}」{n}台{more}', en: '{when}: {n} {state}{more}' },
  strategy: {
    ja: '{system}の復旧方法を「{method}」とした{more}',
    en: '“{method}” was chosen to recover {system}{more}',
  },
  ofSystem: { ja: '「{name}」', en: '“{name}”' },
  orderAnswered: {
    ja: '「{name}」の復旧順位に{answer}が示された{more}',
    en: 'the recovery rank of “{name}”: {answer}{more}',
  },
  technicians: { ja: '現地作業ページ「{name}」を発行した', en: 'the technician page “{name}” was created' },
  techniciansEnded: {
    ja: '現地作業ページ「{name}」を終了した',
    en: 'the technician page “{name}” was ended',
  },
  resolved: { ja: '復旧したと判断した{more}', en: 'it was judged restored{more}' },
  reopened: { ja: '対応を再開した{more}', en: 'the response was taken up again{more}' },
  closed: { ja: '対応を終了した{more}', en: 'the incident was closed{more}' },
  recoveredBy: {
    ja: '復旧の理由は「{cause}」とした{more}',
    en: 'the reason for recovery was “{cause}”{more}',
  },
  course: {
    ja: '主な時刻は次のとおりである',
    en: 'the times of the incident were as follows',
  },
  courseSpan: {
    ja: '。発生から復旧までは{span}であった',
    en: '. From occurrence to recovery it took {span}',
  },
  courseFromNotice: {
    ja: '。検知から復旧までは{span}であった',
    en: '. From detection to recovery it took {span}',
  },

  // Causes.
  supported: {
    ja: '「{text}」との仮説が支持された{more}',
    en: 'the hypothesis “{text}” was supported{more}',
  },
  excluded: { ja: '「{text}」との仮説を棄却した{more}', en: 'the hypothesis “{text}” was rejected{more}' },
  undecided: {
    ja: '「{text}」との仮説は判断できないとした{more}',
    en: 'the hypothesis “{text}” could not be decided{more}',
  },
  open: {
    ja: '「{text}」との仮説を検証したが、結果の記録はない{more}',
    en: 'the hypothesis “{text}” was examined; no result is recorded{more}',
  },
  attackSupported: { ja: 'サイバー攻撃と判断した{more}', en: 'it was judged to be a cyber attack{more}' },
  attackExcluded: {
    ja: 'サイバー攻撃ではないと判断した{more}',
    en: 'it was judged not to be a cyber attack{more}',
  },
  attackUndecided: {
    ja: 'サイバー攻撃か否かを判断できないとした{more}',
    en: 'whether it was a cyber attack could not be decided{more}',
  },
  attackOpen: {
    ja: 'サイバー攻撃か否かを検証したが、結果の記録はない{more}',
    en: 'whether it was a cyber attack was examined; no result is recorded{more}',
  },
  hypothesisLate: { ja: '「{text}」の検証が時間切れとなった', en: 'the time to examine “{text}” was up' },

  // What remains.
  permanentFix: { ja: '恒久対策：{text}', en: 'permanent fix: {text}' },
  left: { ja: '「{what}」を残した{more}', en: '“{what}” was left as it was{more}' },

  // Accounts that differ.
  disputed: {
    ja: 'これと異なる情報がある：「{text}」（{source}）',
    en: 'another account says “{text}” ({source})',
  },
  settledFor: { ja: '「{text}」として整理した{more}', en: 'it was settled as “{text}”{more}' },
  settledNone: { ja: 'いずれの情報も採らなかった{more}', en: 'neither account was taken{more}' },
  annotated: { ja: '補足：{text}', en: 'note: {text}' },
  corrected: { ja: '訂正：{text}', en: 'correction: {text}' },
  judged: { ja: '対処の結果：{text}', en: 'outcome: {text}' },

  // What is counted and not told one by one.
  others: { ja: 'このほか、記録{n}件がある', en: 'further entries in the record: {n}' },
} as const satisfies Record<string, Bilingual>;

/** What stands in brackets beside a sentence. */
export const BESIDE = {
  basis: { ja: '根拠', en: 'basis' },
  why: { ja: '理由', en: 'reason' },
  why_: { ja: '着目した点', en: 'grounds' },
  options: { ja: 'ほかの案', en: 'other options' },
  by: { ja: '決定', en: 'decided by' },
  note: { ja: '内容', en: 'note' },
  severity: { ja: '深刻度', en: 'severity' },
  others: { ja: 'ほか', en: 'others' },
  receipt: { ja: '受付番号', en: 'receipt' },
  start: { ja: '起算', en: 'clock from' },
  outlet: { ja: '手段', en: 'by' },
  services: { ja: 'サービスの状態', en: 'services' },
  criteria: { ja: '基準', en: 'criteria' },
  room: { ja: '場所', en: 'place' },
  rollback: { ja: '切り戻し', en: 'rollback' },
  expires: { ja: '期限', en: 'expires' },
  level: { ja: '段階', en: 'level' },
  next: { ja: '次の続報の予定', en: 'next update promised' },
  wave: { ja: '復旧グループ', en: 'wave' },
  skipped: { ja: '省略した手続き', en: 'skipped' },
  sideEffects: { ja: '副作用', en: 'side effects' },
  blocker: { ja: '支障', en: 'blocker' },
  by_: { ja: '報告', en: 'reported by' },
} as const satisfies Record<string, Bilingual>;

export const PIECES = {
  done: { ja: '{when}に完了', en: 'done {when}' },
  cancelled: { ja: '{when}に取り下げ', en: 'withdrawn {when}' },
  answered: { ja: '{when}に「{answer}」と回答', en: 'answered “{answer}” {when}' },
  proposed: { ja: '{when}に回答案を作成', en: 'an answer was proposed {when}' },
  raised: { ja: '{when}に立てた仮説', en: 'raised {when}' },
  notDone: { ja: '完了の記録なし', en: 'no end is recorded' },
  late: { ja: '{when}に時間切れ', en: 'time was up {when}' },
  started: { ja: '{n}件', en: 'pages {n}' },
  acknowledged: { ja: '応答{n}件', en: 'answered {n}' },
  nobody: { ja: '全員応答なし{n}件', en: 'answered by no one {n}' },
  failed: { ja: '送信失敗{n}件', en: 'messages failed {n}' },
  passed: { ja: '呼び出さずに次の担当へ{n}件', en: 'skipped {n}' },
  noOne: { ja: '呼び出せる人なし{n}件', en: 'with no one to page {n}' },
  hqMet: { ja: 'を達成', en: ', met' },
  hqMissed: { ja: 'を超過', en: ', missed' },
  hqTarget: { ja: '目標{n}分{verdict}', en: 'target {n} min{verdict}' },
  briefMinutes: { ja: '経営層への報告は{n}分ごと', en: 'reports to the management every {n} min' },
  bridge: { ja: '会議の接続先を変更', en: 'the bridge was changed' },
  briefs: { ja: '{n}回、確認{read}件', en: 'reports {n}, read {read}' },
  approvals: { ja: '承認{n}件', en: 'approvals {n}' },
  inTime: { ja: '期限内', en: 'in time' },
  overdue: { ja: '期限を超過', en: 'overdue' },
  notSubmitted: { ja: '提出の記録なし', en: 'no submission is recorded' },
  afterwards: { ja: '事後の評価', en: 'rated afterwards' },
  machine: { ja: '1台', en: '1 machine' },
  machines: { ja: '{many}台', en: '{many} machines' },
  takenBack: { ja: '取り下げ', en: 'withdrawn' },
  silent: { ja: '途絶{n}件', en: 'silent {n}' },
  noImpact: { ja: '今回は影響なし', en: 'no impact this time' },
  noChecks: { ja: '確認を省略した理由', en: 'why no checks' },
} as const satisfies Record<string, Bilingual>;

/** How a system is said to be. */
export const STATE_SAID: Readonly<Record<string, Bilingual>> = {
  suspected: { ja: '影響の疑いあり', en: 'suspected' },
  affected: { ja: '影響あり', en: 'affected' },
  contained: { ja: '封じ込め', en: 'contained' },
  restored: { ja: '復旧', en: 'restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
};

/** What becomes of a change, after “was”. */
export const CHANGE_SAID: Readonly<Record<string, Bilingual>> = {
  approved: { ja: '承認した', en: 'approved' },
  refused: { ja: '不承認とした', en: 'rejected' },
  applied: { ja: '適用した', en: 'applied' },
  rolledBack: { ja: '切り戻した', en: 'rolled back' },
  replaced: { ja: '恒久対策に置き換えた', en: 'replaced by the permanent fix' },
};

/** Audiences in the middle of a sentence. */
export const AUDIENCE_SAID: Readonly<Record<string, Bilingual>> = {
  customers: { ja: '利用者', en: 'customers' },
  public: { ja: '一般', en: 'the public' },
  media: { ja: '報道機関', en: 'the media' },
  staff: { ja: '職員', en: 'staff' },
  group: { ja: 'グループ会社', en: 'group companies' },
  authorities: { ja: '官公庁', en: 'authorities' },
};
