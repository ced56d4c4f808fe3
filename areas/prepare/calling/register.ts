import { asWritten, registerKind } from '../registers/schema.ts';
import { callTree } from './schema.ts';
import { CALL_TREE_FIELDS, CALL_TREE_VALUES } from './words.ts';

/** Who is called in which order. */
export const CALL_TREES = registerKind({
  register: 'call-trees',
  name: { ja: '連絡網', en: 'Call trees' },
  empty: {
    ja: '原因と時間帯ごとの呼び出し順を登録します。',
    en: 'Who is called in which order, by cause and time of day.',
  },
  shape: callTree,
  fields: CALL_TREE_FIELDS,
  values: CALL_TREE_VALUES,
  points: { personId: 'person', deputyIds: 'person', roster: 'rosters', site: 'site' },
  recalls: {},
  kept: asWritten,
  ownScreen: true,
  guarded: true,
});
