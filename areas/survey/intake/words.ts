export { VERDICT_WORDS } from '../terms/words.ts';

import type { Bilingual } from '../../../kernel/language.ts';
import type { ReceiptFault } from './rules.ts';
import type { Door, Place, ReportState, Suggestion } from './schema.ts';

export const DOOR_WORDS: Readonly<Record<Door, Bilingual>> = {
  link: { ja: '入力ページ', en: 'Web form' },
  form: { ja: '様式（Excel）', en: 'Form (Excel)' },
  package: { ja: '署名付き送信', en: 'Signed package' },
  telephone: { ja: '電話', en: 'Phone' },
  fax: { ja: 'ファクス', en: 'Fax' },
  mail: { ja: 'メール', en: 'Email' },
  visit: { ja: '面会', en: 'In person' },
};
export const REPORT_STATE_WORDS: Readonly<Record<ReportState, Bilingual>> = {
  draft: { ja: '下書き', en: 'Draft' },
  received: { ja: '受理済み', en: 'Received' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
};
export const PLACE_WORDS: Readonly<Record<Place, Bilingual>> = {
  primary: { ja: '主たる報告', en: 'Primary' },
  supplement: { ja: '補足の報告', en: 'Supplement' },
};
export const BECAUSE_WORDS: Readonly<Record<Suggestion['because'][number], Bilingual>> = {
  operator: { ja: '同じ事業者', en: 'Same operator' },
  time: { ja: '時期が近い', en: 'About the same time' },
  party: { ja: '共通の関係者・システム', en: 'Shared party or system' },
  words: { ja: '内容が似ている', en: 'Similar content' },
};
export const RECEIPT_FAULTS: Readonly<Record<ReceiptFault['fault'], Bilingual>> = {
  missing: {
    ja: '受理に必要な項目です。入力してください',
    en: 'Needed before the report can be received. Enter it',
  },
  lost: {
    ja: '前の版にあった内容が消えています。元に戻すか、理由を付けて取り下げてください',
    en: 'The version before said something here. Restore it, or withdraw it with a reason',
  },
  same: {
    ja: '前の版と同じ内容です。変更してから提出してください',
    en: 'Nothing differs from the version before. Change something first',
  },
  stage: {
    ja: '最初の報告は第一報か最終報、以後は続報か最終報です。報告の種別を選び直してください',
    en: 'The first version is a first or final report, later ones a follow-up or final report. Choose another stage',
  },
  unlisted: {
    ja: '一覧にない項目です。一覧から選択してください',
    en: 'This is not on the list. Choose one from the list',
  },
  order: {
    ja: '前後が逆の日時があります。日時または精度を修正してください',
    en: 'These times are in the wrong order. Fix a time or its precision',
  },
  ahead: {
    ja: '提出より後の日時です。日時を修正してください',
    en: 'This time is after the submission. Fix it',
  },
};
export const REASON_NEEDED: Bilingual = { ja: '理由を入力してください', en: 'Enter the reason' };
export const NOT_RECEIVED: Bilingual = {
  ja: '受理された報告ではないため、実行できません',
  en: 'This report has not been received, or was withdrawn',
};
export const SOURCES_FULL: Bilingual = {
  ja: '1件の報告に添付できるのは合計50 MBまでです。ファイルを減らしてください',
  en: 'Files of one report may be 50 MB together. Attach fewer',
};
