import type { Bilingual } from '../../../kernel/language.ts';
import type { Moment } from '../content/schema.ts';

/** How a field is told in a sentence of a case. Whatever was told stands in it as it was written. */
export const TOLD = {
  operator: { ja: '事業者は{name}である', en: 'The operator is {name}' },
  department: { ja: '担当部署は{name}である', en: 'The department in charge is {name}' },
  sector: { ja: '重要インフラ分野は{name}である', en: 'The sector is {name}' },
  designated: { ja: '特定社会基盤事業は{name}である', en: 'The designated business is {name}' },
  party: { ja: '{name}（{kind}）が関係した', en: '{name} ({kind}) took part' },
  partyWith: { ja: '{name}（{kind}）の役割：{part}', en: 'Part of {name} ({kind}): {part}' },
  system: { ja: '{name}（{kind}）が関係した', en: '{name} ({kind}) was involved' },
  eventType: { ja: '事象の類型は{name}である', en: 'The event type is {name}' },
  title: { ja: '報告の件名：{text}', en: 'Title of the report: {text}' },
  level: { ja: '{text}（深刻度{level}）', en: '{text} (severity {level})' },
  users: { ja: '影響を受けた利用者は{n}人である', en: 'Users affected: {n}' },
  machines: { ja: '影響を受けた機器は{n}台である', en: 'Machines affected: {n}' },
  missed: { ja: 'サービス維持レベルを逸脱した', en: 'The service maintenance level was missed' },
  kept: { ja: 'サービス維持レベルの逸脱はなかった', en: 'The service maintenance level was kept' },
  sectors: { ja: '影響が及んだ他分野は{name}である', en: 'Other sectors affected: {name}' },
  noSectors: { ja: 'ほかの分野への影響はなかった', en: 'No other sector was affected' },
  step: { ja: '{by}：{text}', en: '{by}: {text}' },
  publication: { ja: '公表の状況：{name}', en: 'Publication: {name}' },
  causes: { ja: '原因の類型は{name}である', en: 'Kinds of cause: {name}' },
  lesson: { ja: '事業者が教訓として挙げた事項：{text}', en: 'Named by the operator as a lesson: {text}' },
  before: { ja: '{base}の{span}前：{text}', en: '{span} before it {base}: {text}' },
  undated: { ja: '{text}（基準となる時刻なし）', en: '{text} (no time to count from)' },
} as const satisfies Record<string, Bilingual>;

export const MOMENT_TOLD: Readonly<Record<Moment, Bilingual>> = {
  occurred: { ja: '事象が発生した', en: 'The event occurred' },
  noticed: { ja: '事業者が事象を覚知した', en: 'The operator noticed the event' },
  recognised: { ja: '事業者が障害と認識した', en: 'The operator recognised an incident' },
  judged: { ja: '事業者が報告対象と判断した', en: 'The operator judged it reportable' },
  restored: { ja: '復旧した', en: 'It was restored' },
};
export const BASE_WORDS = {
  occurred: { ja: '発生', en: 'occurred' },
  noticed: { ja: '覚知', en: 'was noticed' },
} as const satisfies Record<string, Bilingual>;

export const SOURCE = {
  report: { ja: '{number} 第{version}版 {field}', en: '{number} version {version}, {field}' },
  minutes: {
    ja: 'ヒアリング（{date}）発言{line} {speaker} {time}',
    en: 'Hearing of {date}, line {line}, {speaker} {time}',
  },
} as const satisfies Record<string, Bilingual>;

export const ASKED = {
  more: { ja: 'このほか{n}件の質問が残っている', en: 'Questions left besides these: {n}' },
  translated: {
    ja: '記録の文を他方の言語に翻訳したか',
    en: 'Was the text translated into the other language?',
  },
  group: {
    ja: '原因の分類は何か。その判断の根拠は何か',
    en: 'What kind of cause was it? How was this determined?',
  },
  names: {
    ja: '名称を含む記述を一般化して公開とした。どのように言い換えるか',
    en: 'Claims with names are to be generalised. How should they be worded?',
  },
  unprinted: {
    ja: '紙面に収まらない記述{n}件を掲載していない（{which}）。掲載するものはどれか',
    en: 'Claims left out because the page has no room: {n} ({which}). Which are to be included?',
  },
} as const satisfies Record<string, Bilingual>;

export const LACKS = {
  hearing: {
    ja: '終了したヒアリングがありません。ヒアリングを終了してから起案してください',
    en: 'No hearing of this event has been completed. Complete one before you draft',
  },
  cooperation: {
    ja: '調査への協力の同意が記録されていません。同意を記録してから起案してください',
    en: 'No agreement to cooperate is recorded. Record it before you draft',
  },
  selection: {
    ja: '調査対象に選定された事案ではありません。選定の結果を確認してください',
    en: 'This event was not chosen in a survey. Check the selection',
  },
  drafted: {
    ja: 'この事案は起案済みです。作成された事例を編集してください',
    en: 'A case was drafted of this event. Edit that case',
  },
} as const satisfies Record<string, Bilingual>;
