import { asWritten, registerKind } from '../registers/schema.ts';
import { outlet } from './schema.ts';
import { OUTLET_FIELDS, OUTLET_VALUES } from './words.ts';

/** How each audience is told. */
export const OUTLETS = registerKind({
  register: 'outlets',
  name: { ja: '伝える手段', en: 'Outlets' },
  empty: {
    ja: 'ウェブサイト、掲示、一斉メール、報道発表など、相手に伝える手段と、それが動くのに必要なシステムがここに並びます。',
    en: 'Website, notices, mailings, press: how each audience is told, and which systems that needs.',
  },
  shape: outlet,
  fields: OUTLET_FIELDS,
  values: OUTLET_VALUES,
  points: { needs: 'asset' },
  recalls: {},
  kept: asWritten,
  ownScreen: false,
  guarded: false,
});
