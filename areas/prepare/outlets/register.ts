import { asWritten, registerKind } from '../registers/schema.ts';
import { outlet } from './schema.ts';
import { OUTLET_FIELDS, OUTLET_VALUES } from './words.ts';

/** How each audience is told. */
export const OUTLETS = registerKind({
  register: 'outlets',
  name: { ja: '発信手段', en: 'Outlets' },
  empty: {
    ja: 'ウェブサイト、掲示、一斉メール、報道発表などの発信手段と、その利用に必要なシステムを登録します。',
    en: 'Website, notices, mailings and press: how to reach each audience, and the systems each one needs.',
  },
  shape: outlet,
  fields: OUTLET_FIELDS,
  values: OUTLET_VALUES,
  points: { needs: 'asset', services: 'asset' },
  recalls: {},
  kept: asWritten,
  ownScreen: false,
  guarded: false,
});
