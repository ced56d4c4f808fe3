import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { CallTree } from './schema.ts';

export const CALL_TREE_FIELDS = {
  cause: { ja: '原因', en: 'Cause' },
  band: { ja: '時間帯', en: 'Time of day' },
  steps: { ja: '手順', en: 'Steps' },
  personId: { ja: '人', en: 'Person' },
  roster: { ja: '当番表', en: 'Roster' },
  deputyIds: { ja: '代理', en: 'Deputies' },
  siteSteps: { ja: '拠点で起きたとき先に呼ぶ人', en: 'Called first when it happens at a site' },
  site: { ja: '拠点', en: 'Site' },
  origin: { ja: 'もとになった出来事', en: 'Goes back to' },
} as const satisfies FieldWords<CallTree>;

export const CALL_TREE_VALUES = {
  systemFailure: { ja: 'システム障害', en: 'System failure' },
  cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
  naturalDisaster: { ja: '自然災害', en: 'Natural disaster' },
  day: { ja: '平日昼', en: 'Weekday, daytime' },
  night: { ja: '夜間', en: 'Night' },
  holiday: { ja: '休日', en: 'Holiday' },
} as const satisfies ValueWords<CallTree>;
