import type { Bilingual } from '../../../../kernel/language.ts';
import type { CauseGroup } from '../schema.ts';

/** One way of sorting cases by their cause, in the order in which a report groups them. */
export interface CauseEdition {
  readonly edition: number;
  readonly groups: readonly CauseGroup[];
}

/**
 * How causes have been told apart, the first edition first; a later one is added, none is changed. A case keeps the
 * edition it was sorted by: while there were two groups, a defect was everything that was no attack.
 */
export const CAUSE_EDITIONS: readonly [CauseEdition, ...CauseEdition[]] = [
  { edition: 1, groups: ['cyberAttack', 'systemDefect'] },
  {
    edition: 2,
    groups: [
      'cyberAttack',
      'insider',
      'systemDefect',
      'workError',
      'supplier',
      'naturalEvent',
      'unknown',
      'notStated',
      'withheld',
    ],
  },
];

/** What a report calls the cases of a group. */
export const GROUP_WORDS: Readonly<Record<CauseGroup, Bilingual>> = {
  cyberAttack: { ja: 'サイバー攻撃によるサービスの障害', en: 'Service failures caused by cyber attacks' },
  insider: { ja: '内部不正によるサービスの障害', en: 'Service failures caused by insiders' },
  systemDefect: {
    ja: 'システムの不具合によるサービスの障害',
    en: 'Service failures caused by system defects',
  },
  workError: {
    ja: '操作・設定の誤りによるサービスの障害',
    en: 'Service failures caused by operational errors',
  },
  supplier: {
    ja: '外部サービス・委託先の障害によるサービスの障害',
    en: 'Service failures caused by suppliers',
  },
  naturalEvent: { ja: '自然現象によるサービスの障害', en: 'Service failures caused by natural events' },
  unknown: { ja: '原因が不明なサービスの障害', en: 'Service failures of unknown cause' },
  notStated: { ja: '原因の記載がないサービスの障害', en: 'Service failures whose cause is not stated' },
  withheld: { ja: '原因が非公開のサービスの障害', en: 'Service failures whose cause is withheld' },
};

/** The group in a word, for lists. */
export const CAUSE_WORDS: Readonly<Record<CauseGroup, Bilingual>> = {
  cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
  insider: { ja: '内部不正', en: 'Insider' },
  systemDefect: { ja: 'システムの不具合', en: 'System defect' },
  workError: { ja: '操作・設定の誤り', en: 'Operational error' },
  supplier: { ja: '外部サービス・委託先の障害', en: 'Supplier failure' },
  naturalEvent: { ja: '自然現象', en: 'Natural event' },
  unknown: { ja: '原因不明', en: 'Unknown cause' },
  notStated: { ja: '記載なし', en: 'Not stated' },
  withheld: { ja: '非公開', en: 'Withheld' },
};
