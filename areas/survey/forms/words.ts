import type { Bilingual } from '../../../kernel/language.ts';
import type { FormSheet } from './schema.ts';

export const FORM_TITLE: Bilingual = { ja: '情報連絡様式', en: 'Information report form' };
export const STAR: Bilingual = { ja: '※', en: '*' };
export const FORM_NOTES: readonly Bilingual[] = [
  {
    ja: '白色の欄に記入してください。行の挿入や列幅の変更は差し支えありません。数式・マクロは使用できません。',
    en: 'Fill in the white cells. Rows may be added and columns widened. Formulas and macros are not accepted.',
  },
  {
    ja: '記入できない項目は「状態」欄で不明・記載なし・非公開を選択してください。非公開は理由も記入します。※の項目が未記入の場合は下書きとして扱います。',
    en: 'Where you cannot answer, choose Not known, Not stated or Withheld under State; Withheld needs a reason. Without the fields marked * the report stays a draft.',
  },
];

export const SHEET_WORDS: Readonly<Record<FormSheet, Bilingual>> = {
  report: { ja: '報告書', en: 'Report' },
  contacts: { ja: '連絡担当者', en: 'Contacts' },
  steps: { ja: '対応', en: 'Steps taken' },
  parties: { ja: '関係者', en: 'Parties' },
  systems: { ja: 'システム', en: 'Systems' },
};
export const SHEET_HELP: Readonly<Record<FormSheet, Bilingual>> = {
  report: { ja: '', en: '' },
  contacts: {
    ja: '調査に関する連絡を受ける担当者を1行に1名記入してください（5名まで）。',
    en: 'One person a row: those to be contacted about this report (up to 5).',
  },
  steps: {
    ja: '実施した対応を1行に1件、時刻の順に記入してください（60件まで）。',
    en: 'One step a row, in order of time (up to 60).',
  },
  parties: {
    ja: '関係した組織・部署等を1行に1件記入してください（30件まで）。',
    en: 'One organisation or department a row (up to 30).',
  },
  systems: {
    ja: '関係したシステム・ネットワーク等を1行に1件記入してください（30件まで）。',
    en: 'One system or network a row (up to 30).',
  },
};

export const SECTION_WORDS = {
  reporter: { ja: '1　報告者', en: '1. Reporting operator' },
  event: { ja: '2　事案の概要', en: '2. What happened' },
  times: { ja: '3　日時', en: '3. Times' },
  causes: { ja: '4　原因', en: '4. Causes' },
  effect: { ja: '5　影響', en: '5. Effect' },
  handling: { ja: '6　再発防止と情報の取扱い', en: '6. Prevention and handling of this report' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Section = keyof typeof SECTION_WORDS;

/** Columns by their keys. */
export const COLUMN_WORDS = {
  label: { ja: '項目', en: 'Field' },
  value: { ja: '記入欄', en: 'Answer' },
  time: { ja: '日時', en: 'Date and time' },
  precision: { ja: '時刻の精度', en: 'Precision' },
  zone: { ja: 'タイムゾーン', en: 'Time zone' },
  clock: { ja: '時計の誤差（秒）', en: 'Clock error (s)' },
  state: { ja: '状態', en: 'State' },
  reason: { ja: '理由（非公開・取り下げ）', en: 'Reason (withheld, withdrawn)' },
  help: { ja: '記入要領', en: 'How to fill in' },
  text: { ja: '対応の内容', en: 'What was done' },
  by: { ja: '実施者', en: 'By' },
  outcome: { ja: '結果', en: 'Outcome' },
  withdrawn: { ja: '取り下げの理由', en: 'Reason if withdrawn' },
  name: { ja: '名称', en: 'Name' },
  kind: { ja: '種別', en: 'Kind' },
  part: { ja: '役割', en: 'Part played' },
  person: { ja: '氏名', en: 'Name' },
  role: { ja: '所属・役職', en: 'Role' },
  email: { ja: 'メールアドレス', en: 'Email' },
  phone: { ja: '電話番号', en: 'Phone' },
  timeState: { ja: '日時の状態', en: 'State of time' },
  timeReason: { ja: '日時の理由（非公開・取り下げ）', en: 'Reason for time (withheld, withdrawn)' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Fields of the form that are part of a field of the report. */
export const PART_WORDS = {
  'causeText.certainty': { ja: '原因の確かさ', en: 'Certainty of the cause' },
  'effect.service.level': { ja: 'サービスへの影響の深刻度', en: 'Severity of effect on the service' },
  'effect.around.level': {
    ja: '周辺サービスへの影響の深刻度',
    en: 'Severity of effect on services around it',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const STATED: Bilingual = { ja: '記載', en: 'Stated' };
export const NONE: Bilingual = { ja: 'なし', en: 'None' };
export const YES_NO = {
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const LEVEL_WORDS: readonly Bilingual[] = [
  { ja: '0 なし', en: '0 None' },
  { ja: '1 小', en: '1 Low' },
  { ja: '2 中', en: '2 Medium' },
  { ja: '3 大', en: '3 High' },
  { ja: '4 重大', en: '4 Critical' },
];

const TIME_HELP: Bilingual = {
  ja: '例 2024/5/1 9:00、令和6年5月1日 9時頃。分からない部分は省略できます。',
  en: 'As in 2024/5/1 9:00 or 1 May 2024, about 9:00. Leave out what you do not know.',
};
/** How a field is filled in, by the key of its row. */
export const FIELD_HELP: Readonly<Record<string, Bilingual>> = {
  'operator.name': { ja: '正式名称を記入してください。', en: 'The full official name.' },
  sector: { ja: '行動計画の分野を一覧から選択してください。', en: 'Choose the sector of the action plan.' },
  designated: {
    ja: '経済安全保障推進法の特定社会基盤事業に該当する場合に選択してください。',
    en: 'Choose one if the business is designated under the economic-security act.',
  },
  eventType: { ja: '最も近い類型を一つ選択してください。', en: 'Choose the one type that fits best.' },
  outline: { ja: '何が起きたかを時系列で簡潔に記入してください。', en: 'Describe briefly what happened, in order of time.' }, // biome-ignore format: a table
  'times.occurred': TIME_HELP,
  'times.noticed': { ja: '異常を最初に把握した日時です。', en: 'When something unusual was first noticed.' },
  'times.recognised': { ja: 'サービスの障害と認識した日時です。', en: 'When it was recognised as an incident of the service.' }, // biome-ignore format: a table
  'times.judged': { ja: '情報連絡の対象と判断した日時です。', en: 'When it was judged to be reportable.' },
  'times.restored': { ja: 'サービスが復旧した日時です。', en: 'When the service was restored.' },
  causes: {
    ja: '該当する類型をすべて、1行に一つ選択してください。',
    en: 'Choose all that apply, one a row.',
  },
  causeText: { ja: '判明している範囲で記入してください。', en: 'As far as it is known.' },
  'causeText.certainty': { ja: '説明を記入した場合は選択してください。', en: 'Choose one if a cause is explained.' }, // biome-ignore format: a table
  'effect.users': { ja: '例 300、約300、100～200、1万2千', en: 'As in 300, about 300, 100–200' },
  'effect.machines': { ja: '端末・サーバー等の台数です。', en: 'PCs, servers and other machines.' },
  'effect.levelMissed': {
    ja: '行動計画のサービス維持レベルを下回ったかを選択してください。',
    en: 'Whether service fell below the level the action plan sets.',
  },
  'effect.sectors': { ja: '影響がない場合は「なし」を選択してください。', en: 'Choose None if no other sector was affected.' }, // biome-ignore format: a table
  publication: { ja: '自社による公表の状況です。', en: 'Whether you have published this event.' },
  tlp: { ja: 'この報告を共有してよい範囲です。', en: 'With whom this report may be shared.' },
  surveyContact: { ja: '補完調査で連絡してよいかを選択してください。', en: 'Whether the survey may contact you about it.' }, // biome-ignore format: a table
};

/** What is wrong in a form, and how it is put right. */
export const FAULT_WORDS = {
  macros: {
    ja: 'マクロを含むブックは受け付けません。マクロなしのExcelブック（.xlsx）で保存し直してください',
    en: 'Workbooks with macros are not accepted. Save it as an Excel workbook without macros (.xlsx)',
  },
  external: {
    ja: '他のファイルへのリンクがあります。リンクを解除して保存し直してください',
    en: 'The workbook links to other files. Break the links and save it again',
  },
  tooLarge: {
    ja: 'ファイルが大きすぎます。配布した様式に記入し、画像等を削除してください',
    en: 'The file is too large. Use the form as issued, and remove pictures and other additions',
  },
  notTheForm: {
    ja: '情報連絡様式ではありません。Sonaeから出力した様式に記入してください',
    en: 'This is not the information report form. Use the form issued by Sonae',
  },
  noSheet: {
    ja: 'シート「{name}」がありません。様式を出力し直し、シートを削除せずに記入してください',
    en: 'Sheet “{name}” is missing. Use a new form and keep all its sheets',
  },
  sheetTwice: {
    ja: 'シート「{name}」と同じ内容のシートが複数あります。一つを残して削除してください',
    en: 'There is more than one sheet of “{name}”. Keep one and delete the others',
  },
  otherSheet: {
    ja: 'シート「{name}」は様式にありません。内容は読み取っていません。必要な内容を様式の欄に移してください',
    en: 'Sheet “{name}” is not part of the form and was not read. Move what is needed into the form',
  },
  unmarked: {
    ja: '様式の版を示す情報がありません。現行の様式として読み取りました。様式を出力し直してください',
    en: 'The version of the form is missing. It was read as the current one. Use a newly issued form',
  },
  otherVersion: {
    ja: '様式の版（{given}）が現行（{now}）と異なります。読み取れた項目を確認し、現行の様式に記入し直してください',
    en: 'This is version {given} of the form; the current one is {now}. Check what was read, and use the current form',
  },
  otherEdition: {
    ja: '「{list}」の版（{given}）が現行（{now}）と異なります。選択した項目を確認してください',
    en: '“{list}” is of edition {given}; the current one is {now}. Check what was chosen',
  },
  formula: {
    ja: '数式は受け付けません。数式を削除し、値を入力してください',
    en: 'Formulas are not accepted. Replace the formula with its value',
  },
  mergedRows: {
    ja: '複数の項目にまたがってセルが結合されています。結合を解除し、項目ごとに記入してください',
    en: 'Cells of several fields are merged. Unmerge them and fill in each field',
  },
  keyTwice: {
    ja: '「{name}」の行が複数あります（最初の行を読み取りました）。一つを残して削除してください',
    en: '“{name}” has more than one row (the first was read). Keep one and delete the others',
  },
  keyUnknown: {
    ja: 'この行は現行の様式にない項目です。内容は読み取っていません',
    en: 'This row is not a field of the current form and was not read',
  },
  outside: {
    ja: '様式の欄の外に記入されています。内容は読み取っていません。該当する欄か備考に移してください',
    en: 'This is outside the cells of the form and was not read. Move it to its field or to Remarks',
  },
  noColumn: {
    ja: '列「{name}」が見つかりません。様式を出力し直してください',
    en: 'Column “{name}” is missing. Use a newly issued form',
  },
  stateUnknown: {
    ja: '「{given}」は状態として使用できません。{choices}のいずれかを選択してください',
    en: '“{given}” is not a state. Choose one of {choices}',
  },
  stateEmpty: {
    ja: '「{state}」が選択されていますが、記入がありません。記入するか、状態を変更してください',
    en: 'The state is {state}, but nothing is filled in. Fill it in or change the state',
  },
  stateFilled: {
    ja: '「{state}」が選択されていますが、記入があります。記入を削除するか、状態を変更してください',
    en: 'The state is {state}, but the field is filled in. Clear it or change the state',
  },
  reasonMissing: {
    ja: '「{state}」の場合は理由を記入してください',
    en: 'Enter the reason why this is {state}',
  },
  reasonAlone: {
    ja: '理由は非公開・取り下げの場合だけ記入します。状態を選択するか、理由を削除してください',
    en: 'A reason is only for Withheld and Withdrawn. Choose the state or clear the reason',
  },
  choice: {
    ja: '「{given}」は一覧にありません。一覧から選択してください（{choices}）',
    en: '“{given}” is not on the list. Choose from the list ({choices})',
  },
  choiceAmbiguous: {
    ja: '「{given}」に当てはまる項目が複数あります。一覧から選択してください',
    en: '“{given}” matches more than one entry. Choose from the list',
  },
  choiceTwice: {
    ja: '「{given}」が複数回選択されています。一つにしてください',
    en: '“{given}” is chosen more than once. Keep one',
  },
  noneAndMore: {
    ja: '「なし」とほかの項目は同時に選択できません',
    en: 'None cannot be combined with other entries',
  },
  yesNo: { ja: '「はい」か「いいえ」を選択してください', en: 'Choose Yes or No' },
  range: {
    ja: '「{given}」は人数・台数として読み取れません。300、約300、100～200のように入力してください',
    en: '“{given}” is not a number. Enter it as in 300, about 300 or 100–200',
  },
  rangeOpen: {
    ja: '「{given}」は下限と上限のいずれかがありません。100～200のように両方を入力してください',
    en: '“{given}” has only one end. Enter both, as in 100–200',
  },
  rangeUpsideDown: {
    ja: '「{given}」は下限が上限より大きくなっています。小さい数から入力してください',
    en: '“{given}” has its larger number first. Enter the smaller number first',
  },
  time: {
    ja: '「{given}」は日時として読み取れません。2024/5/1 9:00のように入力してください',
    en: '“{given}” is not a date and time. Enter it as in 2024/5/1 9:00',
  },
  timeNoYear: {
    ja: '「{given}」に年がありません。2024/5/1 9:00のように年から入力してください',
    en: '“{given}” has no year. Enter it with the year, as in 2024/5/1 9:00',
  },
  timeYearLast: {
    ja: '「{given}」は月と日の順が判別できません。2024/5/1のように年から入力してください',
    en: 'Day and month of “{given}” cannot be told apart. Enter the year first, as in 2024/5/1',
  },
  timeNoDay: {
    ja: '「{given}」の日付は存在しません。日付を確認してください',
    en: '“{given}” is not a day of the calendar. Check the date',
  },
  timeNoTime: {
    ja: '「{given}」の時刻は存在しません。0:00から24:00の時刻を入力してください',
    en: '“{given}” is not a time of day. Enter a time from 0:00 to 24:00',
  },
  timePrecision: {
    ja: '精度が「{precision}」ですが、「{given}」には時刻がありません。時刻を入力するか、精度を変更してください',
    en: 'The precision is {precision}, but “{given}” has no time of day. Enter the time or change the precision',
  },
  partAlone: {
    ja: '日時の記入がありません。日時を入力するか、この欄を空にしてください',
    en: 'The date and time are missing. Enter them, or clear this cell',
  },
  clock: {
    ja: '「{given}」は時計の誤差として読み取れません。0から86,400までの秒数を入力してください',
    en: '“{given}” is not a clock error. Enter seconds from 0 to 86,400',
  },
  certaintyMissing: { ja: '原因の確かさを選択してください', en: 'Choose how certain the cause is' },
  certaintyAlone: {
    ja: '原因の説明がありません。説明を記入するか、この欄を空にしてください',
    en: 'The cause is not explained. Explain it, or clear this cell',
  },
  levelAlone: {
    ja: '影響の説明がありません。説明を記入するか、この欄を空にしてください',
    en: 'The effect is not described. Describe it, or clear this cell',
  },
  required: { ja: '「{name}」を入力してください', en: 'Enter “{name}”' },
  tooMany: {
    ja: '{most}件を超えています。この行以降は読み取っていません',
    en: 'At most {most} are read. This row and those after it were not',
  },
  more: {
    ja: 'ほかにも誤りがあります。上記を修正してから、もう一度読み取ってください',
    en: 'There are more faults. Fix those above and read the form again',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type FaultWord = keyof typeof FAULT_WORDS;

export const FORM_FOOTER: Bilingual = {
  ja: '情報連絡様式　第{version}版（事象の類型 第{edition}版）',
  en: 'Information report form, version {version} (event types, edition {edition})',
};
