/** Kinds of boxes; what may contain others is up to the drawing, not to the kind. */
export const BOX_KINDS = [
  'operator',
  'organisation',
  'executives',
  'department',
  'group',
  'system',
  'network',
  'platform',
  'site',
  'artifact',
  'channel',
  'actor',
  'attacker',
] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

/** Events (事象) and responses (対処) are two series of numbers; background and relations carry none (C0-M13). */
export const LABEL_KINDS = ['event', 'response', 'background', 'relation'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/**
 * What an arrow stands for: something told, something done, a technical link, an attack, a failure that brings another with
 * it, a service used, something supplied, a contract.
 */
export const ARROW_NATURES = [
  'report',
  'act',
  'link',
  'attack',
  'knockOn',
  'use',
  'supply',
  'contract',
] as const;
export type ArrowNature = (typeof ARROW_NATURES)[number];

/** What became of what a box stands for. */
export const BOX_STATES = ['failed', 'attacked', 'cut', 'restored'] as const;
export type BoxState = (typeof BOX_STATES)[number];
