import type { CaseDocument, CauseGroup } from '../schema.ts';
import { type Finding, finding } from '../texts/rules.ts';
import { CAUSE_EDITIONS, CAUSE_WORDS, type CauseEdition } from './words.ts';

export const newestEdition = (): CauseEdition => CAUSE_EDITIONS.at(-1) ?? CAUSE_EDITIONS[0];

const editionOf = (edition: number): CauseEdition | undefined =>
  CAUSE_EDITIONS.find((each) => each.edition === edition);

/** What says what caused it; whoever does not say, or does not know, is alike in nothing. */
export const isCause = (group: CauseGroup): boolean => !['unknown', 'notStated', 'withheld'].includes(group);

/** The edition a report of these cases is grouped by: the newest that any of them was sorted by. */
export const editionFor = (cases: readonly Pick<CaseDocument, 'causeEdition'>[]): CauseEdition =>
  editionOf(Math.max(1, ...cases.map(({ causeEdition }) => causeEdition))) ?? newestEdition();

/** How many of them were sorted by an older one, in which their group may have meant more. */
export const sortedBefore = (cases: readonly Pick<CaseDocument, 'causeEdition'>[]): number =>
  cases.filter(({ causeEdition }) => causeEdition < editionFor(cases).edition).length;

/** A group belongs to the edition the case says it was sorted by. */
export function causeFindings({ causeGroup, causeEdition }: CaseDocument): Finding[] {
  if (editionOf(causeEdition)?.groups.includes(causeGroup)) return [];
  const word = CAUSE_WORDS[causeGroup];
  return [
    finding(
      'error',
      'causeGroup',
      `原因の分類の第${causeEdition}版に「${word.ja}」はありません。分類を選び直してください`,
      `Edition ${causeEdition} of the cause groups has no “${word.en}”. Choose the group again`,
    ),
  ];
}
