import type { Bilingual } from '../../../kernel/language.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Party, STATED } from './schema.ts';

export const PARTY_FIELDS = {
  kind: { ja: '種類', en: 'Kind' },
  under: { ja: '上位の関係先', en: 'Parent party' },
  contact: { ja: '窓口', en: 'Contact' },
  phone: { ja: '電話', en: 'Phone' },
  email: { ja: 'メールアドレス', en: 'Email' },
  hours: { ja: '受付時間', en: 'Hours' },
  contracts: { ja: '契約', en: 'Contracts' },
  title: { ja: '件名', en: 'Title' },
  from: { ja: '開始', en: 'From' },
  until: { ja: '終了', en: 'Until' },
  notifyOnDetection: { ja: '検知時の速やかな通知義務', en: 'Must notify on detection' },
  emergencyContact: { ja: '緊急連絡先', en: 'Emergency contact' },
  directLine: { ja: '直通の連絡手段', en: 'Direct line' },
  securityRequirements: { ja: 'セキュリティ要件', en: 'Security requirements' },
  certifications: { ja: '認証', en: 'Certifications' },
  assessEveryMonths: { ja: '評価の間隔（月）', en: 'Assessment interval (months)' },
  assessedOn: { ja: '直近の評価日', en: 'Last assessed' },
  sheet: { ja: '共通認識シート', en: 'Shared understanding' },
  configuration: { ja: '構成', en: 'Configuration' },
  importance: { ja: '重要度', en: 'Importance' },
  duties: { ja: '役割と義務', en: 'Duties' },
  acknowledgedOn: { ja: '相手が確認した日', en: 'Acknowledged on' },
  staleAfterMonths: { ja: '有効期間（月）', en: 'Valid for (months)' },
  note: { ja: 'メモ', en: 'Note' },
} as const satisfies FieldWords<Party>;

export const STATED_WORDS = {
  yes: { ja: 'あり', en: 'yes' },
  no: { ja: 'なし', en: 'no' },
  notStated: { ja: '未確認', en: 'not stated' },
} as const satisfies Readonly<Record<(typeof STATED)[number], Bilingual>>;

export const PARTY_VALUES = {
  ...STATED_WORDS,
  groupCompany: { ja: 'グループ会社', en: 'Group company' },
  contractor: { ja: '委託先', en: 'Contractor' },
  supplier: { ja: '供給元', en: 'Supplier' },
  expertBody: { ja: '専門機関', en: 'Expert body' },
  insurer: { ja: '保険', en: 'Insurer' },
  authority: { ja: '官公庁・警察', en: 'Authority' },
  peer: { ja: '同業の事業者', en: 'Peer' },
} as const satisfies ValueWords<Party>;
