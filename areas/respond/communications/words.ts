import type { Bilingual } from '../../../kernel/language.ts';
import type { AUDIENCES } from '../../prepare/plans/schema.ts';
import type { STATEMENT_KINDS } from './schema.ts';

/** To whom statements go. */
export const AUDIENCE_WORDS: { readonly [A in (typeof AUDIENCES)[number]]: Bilingual } = {
  customers: { ja: '利用者', en: 'Customers' },
  public: { ja: '一般', en: 'Public' },
  media: { ja: '報道機関', en: 'Media' },
  staff: { ja: '職員', en: 'Staff' },
  group: { ja: 'グループ会社', en: 'Group companies' },
  authorities: { ja: '官公庁', en: 'Authorities' },
};

export const STATEMENT_KIND_WORDS: {
  readonly [K in (typeof STATEMENT_KINDS)[number]]: Bilingual;
} = {
  start: { ja: '発生', en: 'Begun' },
  update: { ja: '続報', en: 'Update' },
  end: { ja: '終了', en: 'Over' },
};
