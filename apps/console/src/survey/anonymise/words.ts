import type { AskedWord } from '../../../../../areas/survey/anonymise/deciding/schema.ts';
import type { EntityKind } from '../../../../../areas/survey/anonymise/entities/schema.ts';
import type { LinkageRow } from '../../../../../areas/survey/anonymise/linkage/schema.ts';
import type { EntityOrigin, ListedEntity } from '../../../../../areas/survey/anonymise/listed/schema.ts';
import type { OpenPoint } from '../../../../../areas/survey/anonymise/schema.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { words } from '../../words.ts';

export type Listed = ListedEntity;
export const KIND_WORDS: Readonly<Record<EntityKind, Bilingual>> = {
  person: { ja: '人', en: 'Person' },
  organisation: { ja: '組織', en: 'Organisation' },
  place: { ja: '場所', en: 'Place' },
  product: { ja: '製品', en: 'Product' },
  system: { ja: 'システム', en: 'System' },
  code: { ja: '識別番号', en: 'Identifier' },
  date: { ja: '日付', en: 'Date' },
  quantity: { ja: '数量', en: 'Quantity' },
};
export const ORIGIN_WORDS: Readonly<Record<EntityOrigin, Bilingual>> = {
  register: { ja: '登録情報', en: 'Register' },
  report: { ja: '報告', en: 'Report' },
  hearing: { ja: 'ヒアリング', en: 'Hearing' },
  word: { ja: '語の確認', en: 'Word check' },
  hand: { ja: '手入力', en: 'Entered manually' },
};
export const SORT_WORDS: Readonly<Record<AskedWord['sort'], Bilingual>> = {
  latin: { ja: '英字', en: 'Latin letters' },
  katakana: { ja: 'カタカナ', en: 'Katakana' },
  kanji: { ja: '漢字', en: 'Kanji' },
  hiragana: { ja: 'ひらがな', en: 'Hiragana' },
};
export const OPEN_WORDS: Readonly<Record<OpenPoint['kind'], Bilingual>> = {
  word: { ja: '未確認の語', en: 'Words to check' },
  obstacle: { ja: '未決定の事項', en: 'Undecided' },
  leak: { ja: '残っている名称', en: 'Names left' },
  linkage: { ja: '特定されるおそれ', en: 'Identifying details' },
  attempt: { ja: '特定の試行', en: 'Identification attempt' },
  stale: { ja: '公開版', en: 'Public edition' },
};
export const LINKAGE_WORDS: Readonly<Record<LinkageRow['kind'], Bilingual>> = {
  count: { ja: '件数・台数など', en: 'Count' },
  duration: { ja: '時間', en: 'Duration' },
  combination: { ja: '組み合わせ', en: 'Combination' },
  fact: { ja: '公表されている事実', en: 'Public fact' },
};
export const STATE_WORDS = words({
  same: { ja: '変更なし', en: 'Unchanged' },
  replaced: { ja: '置換', en: 'Replaced' },
  generalised: { ja: '一般化', en: 'Generalised' },
  withheld: { ja: '非公開', en: 'Withheld' },
});

export const PUBLIC = words({
  title: { ja: '匿名化', en: 'Anonymisation' },
  toCase: { ja: '事例を表示', en: 'Open case' },
  none: { ja: '公開版なし', en: 'No public edition' },
  edition: { ja: '公開版 第{n}版', en: 'Public edition {n}' },
  make: { ja: '公開版を作成', en: 'Make public edition' },
  made: { ja: '公開版を作成しました', en: 'Public edition made' },
  open: { ja: '公開までに残る事項', en: 'Open before publication' },
  nothingOpen: { ja: '残る事項はありません', en: 'Nothing is open' },
  more: { ja: 'ほか{n}件', en: '{n} more' },
  words: { ja: '語の確認', en: 'Words' },
  names: { ja: '伏せる名称', en: 'Names to withhold' },
  texts: { ja: '内部版と公開版', en: 'Internal and public' },
  linkage: { ja: '特定のおそれ', en: 'Identification' },

  wordsHint: {
    ja: '公開済みの文書にない語です。問題のない語か、伏せる名称かを選択してください。判断は次の事例にも引き継がれます',
    en: 'Words that nothing published has used. Choose whether each is harmless or a name to withhold. Later cases keep the decision',
  },
  wordsDone: { ja: '確認が必要な語はありません。', en: 'No words are left to check.' },
  harmless: { ja: '問題なし', en: 'Harmless' },
  alias: { ja: '別名…', en: 'Alias…' },
  aliasOf: { ja: '{name}の別名', en: 'Alias of {name}' },
  aliasChoose: { ja: 'どの名称の別名か', en: 'Name it is an alias of' },
  undo: { ja: '取り消し', en: 'Undo' },
  next: { ja: '次の語', en: 'Next word' },
  previous: { ja: '前の語', en: 'Previous word' },
  saveWords: { ja: '{n}語の判断を保存', en: 'Save {n} {n|decision|decisions}' },
  saveWordsAct: { ja: '判断を保存', en: 'Save decisions' },
  progress: { ja: '{all}語のうち{n}語を判断', en: '{n} of {all} decided' },
  times: { ja: '{n}か所', en: '{n} {n|place|places}' },
  knownHarmless: { ja: '問題なしとした語（{n}）', en: 'Found harmless ({n})' },
  reopen: { ja: '「{word}」を再度確認する', en: 'Check “{word}” again' },

  fill: { ja: '報告・登録情報から取り込む', en: 'Fill from reports and registers' },
  filled: { ja: '名称を取り込みました', en: 'Names filled in' },
  add: { ja: '名称を追加', en: 'Add name' },
  change: { ja: '変更', en: 'Change' },
  remove: { ja: '除外', en: 'Remove' },
  noNames: {
    ja: '報告・登録情報から取り込むか、名称を追加してください。',
    en: 'Fill the list from reports and registers, or add a name.',
  },
  kind: { ja: '種類', en: 'Kind' },
  name: { ja: '名称', en: 'Name' },
  nameLines: { ja: '名称（1行に1つ）', en: 'Names, one per line' },
  aliasLines: { ja: '別名（1行に1つ）', en: 'Aliases, one per line' },
  label: { ja: '公開時の表記', en: 'Public label' },
  labelJa: { ja: '公開時の表記（日本語）', en: 'Public label in Japanese' },
  labelEn: { ja: '公開時の表記（英語）', en: 'Public label in English' },
  origin: { ja: '出所', en: 'Source' },
  export: { ja: 'YAMLの書き出し', en: 'Export as YAML' },
  import: { ja: 'YAMLの読み込み', en: 'Import YAML' },
  yaml: { ja: '一覧（YAML）', en: 'List as YAML' },

  internal: { ja: '内部版', en: 'Internal' },
  shown: { ja: '公開版', en: 'Public' },
  language: { ja: '表示する言語', en: 'Language shown' },
  onlyChanged: { ja: '変更箇所のみ', en: 'Changes only' },
  notPublished: { ja: '公開しない', en: 'Not published' },
  disclosure: { ja: '公開の扱い', en: 'Disclosure' },
  explain: { ja: '理由を記録', en: 'Record reason' },
  generalJa: { ja: '一般化した文（日本語）', en: 'General wording in Japanese' },
  generalEn: { ja: '一般化した文（英語）', en: 'General wording in English' },
  decided: { ja: '{by}：{reason}', en: '{by}: {reason}' },
  approve: { ja: '承認', en: 'Approve' },
  approved: { ja: '{by}が承認', en: 'Approved by {by}' },
  notApproved: { ja: '未承認', en: 'Not approved' },
  approveReason: {
    ja: '理由（自身の判断を承認する場合は必須）',
    en: 'Reason, needed to approve your own decision',
  },
  noChange: { ja: '変更箇所はありません。', en: 'Nothing is changed.' },

  noEditionYet: {
    ja: '公開版を作成すると、特定につながりうる数値や組み合わせが表示されます。',
    en: 'Once a public edition is made, the details that could identify the incident appear here.',
  },
  noRows: {
    ja: '特定につながりうる事項は見つかっていません。',
    en: 'Nothing that could identify the incident was found.',
  },
  accept: { ja: '許容する', en: 'Accept' },
  reword: { ja: '書き換える', en: 'Reword' },
  accepted: { ja: '許容', en: 'Accepted' },
  reworded: { ja: '書き換え', en: 'To reword' },
  undecided: { ja: '未判断', en: 'Undecided' },
  reason: { ja: '理由', en: 'Reason' },
  note: { ja: '公表されている事実を記録', en: 'Note a public fact' },
  fact: { ja: '内容', en: 'What is public' },
  address: { ja: '出典のURL', en: 'Source URL' },
  attempts: { ja: '特定の試行', en: 'Attempts to identify' },
  attemptsHint: {
    ja: '事情を知らない人が公開版だけを手がかりに、どの事業者の事案かを調べた結果を記録します',
    en: 'Someone who does not know the incident tries to find out whose it was, with the public edition alone',
  },
  noAttempts: { ja: '特定の試行の記録はありません。', en: 'No attempts are logged.' },
  log: { ja: '試行を記録', en: 'Log attempt' },
  logNeeds: { ja: '公開版を作成してください', en: 'Make a public edition first' },
  triedBy: { ja: '試行者', en: 'Who tried' },
  minutes: { ja: '時間（分）', en: 'Minutes' },
  spent: { ja: '{n}分', en: '{n} min' },
  means: { ja: '使用した手段', en: 'With what' },
  found: { ja: '特定できたか', en: 'Identified' },
  wasFound: { ja: '特定された', en: 'Identified' },
  wasNot: { ja: '特定されなかった', en: 'Not identified' },
  attemptNote: { ja: '備考', en: 'Note' },
});
