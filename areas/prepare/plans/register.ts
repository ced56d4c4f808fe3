import { asWritten, registerKind } from '../registers/schema.ts';
import { plan } from './schema.ts';
import { PLAN_FIELDS, PLAN_VALUES } from './words.ts';

/** Procedures by situation. */
export const PLANS = registerKind({
  register: 'plans',
  name: { ja: '対応計画', en: 'Plans' },
  empty: {
    ja: '事態ごとの手順、段階、招集、報告の基準を登録します。',
    en: 'Procedures by situation: steps, levels, meetings and reports.',
  },
  shape: plan,
  fields: PLAN_FIELDS,
  values: PLAN_VALUES,
  points: { personId: 'person', deputyIds: 'person', roster: 'rosters' },
  recalls: {},
  kept: asWritten,
  ownScreen: true,
  guarded: false,
});
