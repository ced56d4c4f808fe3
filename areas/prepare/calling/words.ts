import type { Bilingual } from '../../../kernel/language.ts';
import { BAND_WORDS } from '../calendars/words.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import type { PassedOver } from './rules.ts';
import type { CallTree, Cause } from './schema.ts';

export const CAUSE_WORDS: Readonly<Record<Cause, Bilingual>> = {
  systemFailure: { ja: 'システム障害', en: 'System failure' },
  cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
  naturalDisaster: { ja: '自然災害', en: 'Natural disaster' },
};

/** Why somebody a tree names is not called. */
export const PASSED_OVER_WORDS: Readonly<Record<PassedOver['why'], Bilingual>> = {
  left: { ja: '離任済み', en: 'has left' },
  leave: { ja: '不在の予定', en: 'on leave' },
  'nobody-on': { ja: '当番シフト表に該当者なし', en: 'no one is on the roster' },
};

export const CALL_TREE_FIELDS = {
  cause: { ja: '原因', en: 'Cause' },
  band: { ja: '時間帯', en: 'Time of day' },
  steps: { ja: '手順', en: 'Steps' },
  personId: { ja: '担当者', en: 'Person' },
  roster: { ja: '当番シフト表', en: 'Roster' },
  deputyIds: { ja: '代理', en: 'Deputies' },
  siteSteps: { ja: '拠点で発生した場合に優先する人', en: 'Called first for a site' },
  site: { ja: '拠点', en: 'Site' },
  origin: { ja: '根拠となった事例', en: 'Based on' },
} as const satisfies FieldWords<CallTree>;

export const CALL_TREE_VALUES = { ...CAUSE_WORDS, ...BAND_WORDS } as const satisfies ValueWords<CallTree>;
