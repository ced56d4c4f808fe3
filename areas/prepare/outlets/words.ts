import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { Outlet } from './schema.ts';

export const OUTLET_FIELDS = {
  audiences: { ja: '伝える相手', en: 'Audiences' },
  needs: { ja: '動くのに必要なシステム', en: 'Systems it needs' },
  note: { ja: 'メモ', en: 'Note' },
} as const satisfies FieldWords<Outlet>;

export const OUTLET_VALUES = {
  customers: { ja: '利用者', en: 'Customers' },
  public: { ja: '一般', en: 'Public' },
  media: { ja: '報道', en: 'Media' },
  staff: { ja: '従業員', en: 'Staff' },
  group: { ja: 'グループ会社', en: 'Group' },
  authorities: { ja: '官庁', en: 'Authorities' },
} as const satisfies ValueWords<Outlet>;
