import type { Bilingual } from '../../../kernel/language.ts';
import type { EditionFault } from './rules.ts';
import type { ListKind } from './schema.ts';

export const LIST_WORDS: Readonly<Record<ListKind, Bilingual>> = {
  issuer: { ja: '発行機関', en: 'Issuing body' },
  sectors: { ja: '重要インフラ分野', en: 'Sectors' },
  designated: { ja: '特定社会基盤事業', en: 'Designated businesses' },
  eventTypes: { ja: '事象の類型', en: 'Event types' },
  causes: { ja: '原因の類型', en: 'Causes' },
};

export const EDITION_FAULTS: Readonly<Record<EditionFault['fault'], Bilingual>> = {
  twice: {
    ja: '「{key}」が重複しています。一方を削除してください',
    en: '“{key}” is listed twice. Remove one',
  },
  removed: {
    ja: '「{key}」は使用された項目のため削除できません。使用終了にしてください',
    en: '“{key}” has been in use and cannot be removed. Mark it as ended',
  },
  'no-group': {
    ja: '「{key}」の区分が登録されていません。区分を追加してください',
    en: 'The group of “{key}” is not listed. Add the group',
  },
};
