import { asWritten, registerKind } from '../registers/schema.ts';
import { callTree } from './schema.ts';

/** Who is called in which order. */
export const CALL_TREES = registerKind({
  register: 'call-trees',
  name: { ja: '連絡網', en: 'Call trees' },
  empty: {
    ja: '原因と時間帯ごとに、だれをどの順に呼ぶかがここに並びます。',
    en: 'Who is called in which order, by cause and time of day.',
  },
  shape: callTree,
  fields: {
    cause: { ja: '原因', en: 'Cause' },
    band: { ja: '時間帯', en: 'Time of day' },
    steps: { ja: '手順', en: 'Steps' },
    personId: { ja: '人', en: 'Person' },
    roster: { ja: '当番表', en: 'Roster' },
    deputyIds: { ja: '代理', en: 'Deputies' },
    siteSteps: { ja: '拠点で起きたとき先に呼ぶ人', en: 'Called first when it happens at a site' },
    site: { ja: '拠点', en: 'Site' },
    origin: { ja: 'もとになった出来事', en: 'Goes back to' },
  },
  values: {
    systemFailure: { ja: 'システム障害', en: 'System failure' },
    cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
    naturalDisaster: { ja: '自然災害', en: 'Natural disaster' },
    day: { ja: '平日昼', en: 'Weekday, daytime' },
    night: { ja: '夜間', en: 'Night' },
    holiday: { ja: '休日', en: 'Holiday' },
  },
  points: { personId: 'person', deputyIds: 'person', roster: 'rosters', site: 'site' },
  recalls: {},
  kept: asWritten,
  guarded: false,
});
