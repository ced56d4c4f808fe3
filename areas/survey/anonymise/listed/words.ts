import type { Bilingual } from '../../../../kernel/language.ts';
import type { PARTY_KINDS, SYSTEM_KINDS } from '../../content/schema.ts';

/** What a party of a report is called in public. */
export const PARTY_LABELS: Readonly<Record<(typeof PARTY_KINDS)[number], Bilingual>> = {
  operator: { ja: '当該事業者', en: 'operator' },
  department: { ja: '担当部署', en: 'department in charge' },
  contractor: { ja: '委託先', en: 'contractor' },
  supplier: { ja: '供給元', en: 'supplier' },
  group: { ja: 'グループ会社', en: 'group company' },
  authority: { ja: '関係機関', en: 'authority' },
  customer: { ja: '利用者', en: 'customer' },
  attacker: { ja: '攻撃者', en: 'attacker' },
  other: { ja: '関係組織', en: 'organisation concerned' },
};
/** What a system of a report is called in public; a site has its number. */
export const SYSTEM_LABELS: Readonly<Record<Exclude<(typeof SYSTEM_KINDS)[number], 'site'>, Bilingual>> = {
  system: { ja: 'システム', en: 'system' },
  network: { ja: 'ネットワーク', en: 'network' },
  platform: { ja: '基盤', en: 'platform' },
  artifact: { ja: '製品', en: 'product' },
  channel: { ja: '連絡手段', en: 'means of communication' },
};
export const CONTACT_LABEL: Bilingual = { ja: '連絡先', en: 'contact details' };

export const LISTED_ALREADY: Bilingual = {
  ja: '「{name}」は登録済みです（{of}）。別名として追加してください',
  en: '“{name}” is on the list already ({of}). Add an alias there instead',
};
export const TELLS: Bilingual = {
  ja: '対象を特定できる名称が含まれています。役割を表す語にしてください',
  en: 'The label names what it stands for. Use a role instead',
};
export const CHANGED_SINCE: Bilingual = {
  ja: 'ほかの利用者が変更しました。最新の内容を確認してから変更してください',
  en: 'It was changed by someone else. Check the latest version before changing it',
};
