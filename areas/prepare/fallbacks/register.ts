import { asWritten, registerKind } from '../registers/schema.ts';
import { fallback } from './schema.ts';

/** What is used instead when something stops. */
export const FALLBACKS = registerKind({
  register: 'fallbacks',
  name: { ja: '代替手段', en: 'Fallbacks' },
  empty: {
    ja: '止まったときに代わりに使う手段がここに並びます。',
    en: 'What is used instead when something stops.',
  },
  shape: fallback,
  fields: {
    covers: { ja: '代わりになる対象', en: 'Stands in for' },
    scenarios: { ja: '想定', en: 'Scenarios' },
    steps: { ja: '手順', en: 'Steps' },
    text: { ja: '内容', en: 'What' },
    assumptions: { ja: '前提', en: 'Assumptions' },
    was: { ja: 'これまでの前提', en: 'Assumed so far' },
    now: { ja: '変わる前提', en: 'What holds instead' },
    derivedFrom: { ja: 'もとの代替手段', en: 'Derived from' },
    staffing: { ja: '必要な人', en: 'Staffing' },
    testedOn: { ja: '最後に試した日', en: 'Last tested' },
  },
  values: {
    cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
    systemFailure: { ja: 'システム障害', en: 'System failure' },
    naturalDisaster: { ja: '自然災害', en: 'Natural disaster' },
    supplierFailure: { ja: '供給元の障害', en: 'Supplier failure' },
  },
  points: { covers: 'asset' },
  recalls: { derivedFrom: 'fallbacks' },
  kept: asWritten,
  guarded: false,
});
