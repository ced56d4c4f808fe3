import type { Bilingual } from '../../../kernel/language.ts';
import { CAUSE_WORDS } from '../calling/words.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Fallback } from './schema.ts';

export const CYBER_SUFFIX: Bilingual = { ja: '（サイバー攻撃時）', en: ' (cyber attack)' };

/** What plans for disasters assume, and what holds in an attack instead. */
export const CYBER_ASSUMPTIONS: readonly { readonly was: Bilingual; readonly now: Bilingual }[] = [
  {
    was: { ja: '故障した機器以外は信頼できる', en: 'What is not broken can be trusted' },
    now: {
      ja: '稼働中の機器も信頼できない。点検が完了するまで接続しない',
      en: 'Running devices cannot be trusted either. Do not connect them before they are checked',
    },
  },
  {
    was: { ja: '別拠点のバックアップから復元できる', en: 'Backups at another site can be restored' },
    now: {
      ja: 'バックアップや待機系も同じ手口で被害を受けている可能性がある。切り離して保管した世代の健全性を確認してから復元する',
      en: 'Backups and standby systems may be compromised too. Restore from an offline generation that has been verified',
    },
  },
  {
    was: { ja: '早期の復旧を優先する', en: 'The sooner it is restored, the better' },
    now: {
      ja: '証拠を保全し、侵入経路を遮断してから復旧する。急ぐと再侵入を受けるおそれがある',
      en: 'Preserve evidence and close the entry point first. Haste invites a second intrusion',
    },
  },
  {
    was: {
      ja: '社内の電話・メール・認証は使用できる（または故障している）',
      en: 'Phone, email and sign-in work, or are down',
    },
    now: {
      ja: '使用できても傍受されている前提で、別系統の連絡手段を使用する',
      en: 'Even if they work, they may be monitored. Use a separate channel',
    },
  },
  {
    was: {
      ja: '被害は一部の地域に限られ、ほかの拠点が支援できる',
      en: 'Damage is local and other sites can help',
    },
    now: {
      ja: '同じシステムを使用する全拠点が同時に停止するおそれがある',
      en: 'Every site with the same system can stop at once',
    },
  },
  {
    was: { ja: '数日で復旧の見通しが立つ', en: 'The outlook is clear within days' },
    now: {
      ja: '調査が完了するまで期間は不明である。代替手段は数週間継続できる形とする',
      en: 'The duration is unknown until the investigation ends. The fallback must last for weeks',
    },
  },
];

export const FALLBACK_FIELDS = {
  covers: { ja: '代替の対象', en: 'Replaces' },
  scenarios: { ja: '想定', en: 'Scenarios' },
  steps: { ja: '手順', en: 'Steps' },
  text: { ja: '内容', en: 'Details' },
  assumptions: { ja: '前提', en: 'Assumptions' },
  was: { ja: '災害時の前提', en: 'In a disaster' },
  now: { ja: '攻撃時の前提', en: 'In an attack' },
  derivedFrom: { ja: '元の代替手段', en: 'Based on' },
  staffing: { ja: '必要な人員', en: 'Staffing' },
  testedOn: { ja: '最終確認日', en: 'Last tested' },
} as const satisfies FieldWords<Fallback>;

export const FALLBACK_VALUES = {
  ...CAUSE_WORDS,
  supplierFailure: { ja: '供給元の障害', en: 'Supplier failure' },
} as const satisfies ValueWords<Fallback>;
