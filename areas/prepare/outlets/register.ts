import { asWritten, registerKind } from '../registers/schema.ts';
import { outlet } from './schema.ts';

/** How each audience is told. */
export const OUTLETS = registerKind({
  register: 'outlets',
  name: { ja: '伝える手段', en: 'Outlets' },
  empty: {
    ja: 'ウェブサイト、掲示、一斉メール、報道発表など、相手に伝える手段と、それが動くのに必要なシステムがここに並びます。',
    en: 'Website, notices, mailings, press: how each audience is told, and which systems that needs.',
  },
  shape: outlet,
  fields: {
    audiences: { ja: '伝える相手', en: 'Audiences' },
    needs: { ja: '動くのに必要なシステム', en: 'Systems it needs' },
    note: { ja: 'メモ', en: 'Note' },
  },
  values: {
    customers: { ja: '利用者', en: 'Customers' },
    public: { ja: '一般', en: 'Public' },
    media: { ja: '報道', en: 'Media' },
    staff: { ja: '従業員', en: 'Staff' },
    group: { ja: 'グループ会社', en: 'Group' },
    authorities: { ja: '官庁', en: 'Authorities' },
  },
  points: { needs: 'asset' },
  recalls: {},
  kept: asWritten,
  guarded: false,
});
