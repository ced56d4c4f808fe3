import type { ListKind } from '../../editions/schema.ts';
import type { FieldPath } from '../words.ts';

/** How a field of a report is written on a plain form. */
export type FieldKind =
  | { readonly kind: 'key' | 'keys'; readonly list: ListKind }
  | { readonly kind: 'text' | 'time' | 'effect' | 'range' | 'yes' | 'cause' | 'publication' };

/** Every field that says a value or why it says none, in the order people are asked. */
export const TOLD_FIELDS: readonly (readonly [FieldPath, FieldKind])[] = [
  ['sector', { kind: 'key', list: 'sectors' }],
  ['designated', { kind: 'key', list: 'designated' }],
  ['eventType', { kind: 'key', list: 'eventTypes' }],
  ['times.occurred', { kind: 'time' }],
  ['times.noticed', { kind: 'time' }],
  ['times.recognised', { kind: 'time' }],
  ['times.judged', { kind: 'time' }],
  ['times.restored', { kind: 'time' }],
  ['outline', { kind: 'text' }],
  ['causes', { kind: 'keys', list: 'causes' }],
  ['causeText', { kind: 'cause' }],
  ['effect.service', { kind: 'effect' }],
  ['effect.around', { kind: 'effect' }],
  ['effect.users', { kind: 'range' }],
  ['effect.machines', { kind: 'range' }],
  ['effect.levelMissed', { kind: 'yes' }],
  ['effect.sectors', { kind: 'keys', list: 'sectors' }],
  ['measures', { kind: 'text' }],
  ['publication', { kind: 'publication' }],
  ['surveyContact', { kind: 'yes' }],
];

/** Headings, each before the first of its fields. */
export const FIELD_GROUPS = {
  sector: { ja: '区分', en: 'Classification' },
  'times.occurred': { ja: '日時', en: 'Times' },
  outline: { ja: '内容', en: 'What happened' },
  'effect.service': { ja: '影響', en: 'Effect' },
  measures: { ja: '今後の対応', en: 'What follows' },
} as const satisfies Partial<Record<FieldPath, { ja: string; en: string }>>;

/** Lists whose entries are a row each; a few empty ones follow those that are there. */
export const ROWS = { steps: 3, parties: 2, systems: 2 } as const;
export type Rows = keyof typeof ROWS;
