import type { Bilingual } from '../../../kernel/language.ts';
import type { PARTY_KINDS, STATED } from './schema.ts';

export const PARTY_KIND_WORDS: Readonly<Record<(typeof PARTY_KINDS)[number], Bilingual>> = {
  groupCompany: { ja: 'グループ会社', en: 'Group company' },
  contractor: { ja: '委託先', en: 'Contractor' },
  supplier: { ja: '供給元', en: 'Supplier' },
  expertBody: { ja: '専門機関', en: 'Expert body' },
  insurer: { ja: '保険', en: 'Insurer' },
  authority: { ja: '官公庁・警察', en: 'Authority' },
  peer: { ja: '同業の事業者', en: 'Peer' },
};

export const STATED_WORDS: Readonly<Record<(typeof STATED)[number], Bilingual>> = {
  yes: { ja: 'ある', en: 'yes' },
  no: { ja: 'ない', en: 'no' },
  notStated: { ja: '確かめていない', en: 'not stated' },
};
