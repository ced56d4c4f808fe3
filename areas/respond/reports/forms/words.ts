import type { Bilingual } from '../../../../kernel/language.ts';

/** From which stage on a report is not complete without it; `never`: where it is known. */
type Needed = 'first' | 'final' | 'never';

export interface FormField {
  readonly name: Bilingual;
  readonly needed: Needed;
}

/** What the record knows by itself. */
export const RECORD_FIELDS = {
  organisation: { name: { ja: '報告者（組織名）', en: 'Reporting organisation' }, needed: 'first' },
  writer: { name: { ja: '作成者', en: 'Written by' }, needed: 'first' },
  writtenAt: { name: { ja: '作成日時', en: 'Written at' }, needed: 'first' },
  stage: { name: { ja: '報の別', en: 'Stage of the report' }, needed: 'first' },
  reference: { name: { ja: '管理番号', en: 'Our reference' }, needed: 'first' },
  title: { name: { ja: '件名', en: 'Title' }, needed: 'first' },
  situation: { name: { ja: '事態の種別', en: 'Kind of incident' }, needed: 'first' },
  occurredAt: { name: { ja: '発生日時', en: 'Occurred at' }, needed: 'final' },
  noticedAt: { name: { ja: '検知日時', en: 'Detected at' }, needed: 'first' },
  recognisedAt: { name: { ja: '認知日時', en: 'Recognised at' }, needed: 'first' },
  detection: { name: { ja: '発見の経緯', en: 'How it was detected' }, needed: 'first' },
  systems: { name: { ja: '影響のあるシステム', en: 'Systems affected' }, needed: 'first' },
  effect: { name: { ja: '影響の範囲（見積もり）', en: 'Extent, as estimated' }, needed: 'first' },
  state: { name: { ja: '現在の状況', en: 'Current status' }, needed: 'first' },
  responses: { name: { ja: '対処の経過', en: 'Actions taken' }, needed: 'final' },
  cause: { name: { ja: '原因（推定を含む）', en: 'Cause (including presumed)' }, needed: 'final' },
  restoredAt: { name: { ja: '復旧日時', en: 'Restored at' }, needed: 'final' },
  published: { name: { ja: '公表の状況', en: 'Published information' }, needed: 'first' },
  otherReports: { name: { ja: 'ほかの報告先', en: 'Other authorities reported to' }, needed: 'never' },
} as const satisfies Record<string, FormField>;
export type RecordField = keyof typeof RECORD_FIELDS;

/** What somebody has to write. */
const CONTACT = {
  name: { ja: '連絡先（電話・メール）', en: 'Contact: phone, email' },
  needed: 'first',
} as const;
const PREVENTION = {
  name: { ja: '再発防止策', en: 'Measures against recurrence' },
  needed: 'final',
} as const;
const CLOCK = {
  name: { ja: '時刻の正確さ（時間帯・同期・ずれ）', en: 'Clocks: zone, synchronised, error' },
  needed: 'never',
} as const;

/**
 * Forms as sets of fields. The common ones for DDoS and ransomware follow what is public of the forms used since 2025-10-01
 * (privacy commission, police, ministries): the official files' own cells are not reproduced, the items are.
 */
export const FORMS = {
  general: {
    name: { ja: '一般（システムの不具合・障害）', en: 'General: malfunction, outage' },
    asked: {
      contact: CONTACT,
      prevention: PREVENTION,
      next: { name: { ja: '次の報告の予定', en: 'Next report' }, needed: 'never' },
    },
  },
  ddos: {
    name: { ja: 'DDoS事案（共通様式の項目）', en: 'DDoS case (items of the common form)' },
    asked: {
      contact: CONTACT,
      target: {
        name: { ja: '攻撃対象（サービス・アドレス）', en: 'Target: service, address' },
        needed: 'first',
      },
      method: { name: { ja: '攻撃の手法', en: 'Method of attack' }, needed: 'final' },
      attackStart: { name: { ja: '攻撃の開始日時', en: 'Attack started' }, needed: 'first' },
      attackEnd: { name: { ja: '攻撃の終了日時', en: 'Attack ended' }, needed: 'final' },
      peak: { name: { ja: '最大の通信量', en: 'Peak traffic' }, needed: 'final' },
      origin: { name: { ja: '攻撃元（アドレス・国）', en: 'Origin: addresses, countries' }, needed: 'never' },
      threat: { name: { ja: '脅迫・犯行声明の有無', en: 'Threat or claim' }, needed: 'first' },
      mitigation: { name: { ja: '緩和策と効果', en: 'Mitigation and its effect' }, needed: 'final' },
      clock: CLOCK,
      prevention: PREVENTION,
    },
  },
  ransomware: {
    name: { ja: 'ランサムウェア事案（共通様式の項目）', en: 'Ransomware case (items of the common form)' },
    asked: {
      contact: CONTACT,
      note: { name: { ja: '身代金要求文', en: 'Ransom note' }, needed: 'first' },
      extension: {
        name: { ja: '暗号化されたファイルの拡張子', en: 'Extension of encrypted files' },
        needed: 'first',
      },
      family: { name: { ja: 'ランサムウェアの種類', en: 'Kind of ransomware' }, needed: 'final' },
      intrusion: { name: { ja: '侵入の方法', en: 'Intrusion method' }, needed: 'final' },
      indicators: {
        name: { ja: '侵害指標（アドレス・ハッシュ等）', en: 'Indicators: addresses, hashes' },
        needed: 'final',
      },
      encrypted: {
        name: { ja: '暗号化された機器・データ', en: 'Encrypted machines and data' },
        needed: 'first',
      },
      backups: { name: { ja: 'バックアップの状態', en: 'State of backups' }, needed: 'first' },
      leak: { name: { ja: 'データの窃取・公開', en: 'Data taken or published' }, needed: 'first' },
      demand: { name: { ja: '要求額と期限', en: 'Demand and its deadline' }, needed: 'never' },
      clock: CLOCK,
      prevention: PREVENTION,
    },
  },
  privacy: {
    name: { ja: '個人データの漏えい等（9項目）', en: 'Leak of personal data (nine items)' },
    asked: {
      contact: CONTACT,
      items: { name: { ja: '漏えい等した個人データの項目', en: 'Data items' }, needed: 'first' },
      persons: { name: { ja: '本人の数', en: 'Number of people' }, needed: 'first' },
      secondary: {
        name: { ja: '二次被害・そのおそれ', en: 'Secondary damage, or risk of it' },
        needed: 'first',
      },
      handling: { name: { ja: '本人への対応', en: 'Measures for the people affected' }, needed: 'first' },
      prevention: PREVENTION,
      other: { name: { ja: 'その他参考となる事項', en: 'Anything else' }, needed: 'never' },
    },
  },
} as const satisfies Record<string, { name: Bilingual; asked: Record<string, FormField> }>;
export type FormName = keyof typeof FORMS;
export const FORM_NAMES = Object.keys(FORMS) as [FormName, ...FormName[]];

export const FORM_WORDS = {
  item: { ja: '項目', en: 'Item' },
  content: { ja: '内容', en: 'Content' },
  unknown: { ja: '（未確認・追って報告）', en: '(not confirmed yet, to follow)' },
  draft: { ja: '下書き', en: 'Draft' },
  submitted: { ja: '提出済み', en: 'Submitted' },
  due: { ja: '期限 {at}', en: 'Due {at}' },
  noDue: { ja: '期限：速やかに', en: 'Due: as soon as possible' },
  receipt: { ja: '受付番号 {receipt}', en: 'Receipt {receipt}' },
  missing: {
    ja: '次の項目はこの段階で必須ですが、未記入です：{names}',
    en: 'Required at this stage and not filled in: {names}',
  },
  drill: { ja: '【訓練】', en: '[DRILL]' },
  contents: { ja: '目次', en: 'Contents' },
} as const satisfies Record<string, Bilingual>;
