import { registerKind } from '../registers/schema.ts';
import { withStaleAnswerDropped } from './rules.ts';
import { party } from './schema.ts';
import { PARTY_FIELDS, PARTY_VALUES } from './words.ts';

/** Who stands around the organisation. */
export const PARTIES = registerKind({
  register: 'parties',
  name: { ja: '関係先', en: 'Parties' },
  empty: {
    ja: '委託先、供給元、グループ会社、専門機関などを登録します。',
    en: 'Contractors, suppliers, group companies, expert bodies and other external parties.',
  },
  shape: party,
  fields: PARTY_FIELDS,
  values: PARTY_VALUES,
  points: { under: 'parties' },
  recalls: {},
  kept: withStaleAnswerDropped,
  ownScreen: false,
  guarded: false,
});
