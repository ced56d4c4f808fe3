import { type Check, contractorsOf, isWithin, ofEntry, SYSTEM_OWNER } from '../check.ts';

export const sharedUnderstanding: Check = {
  id: 'shared-understanding',
  title: {
    ja: '構成と重要性を委託先と同じに見ている',
    en: 'Contractors see configuration and importance as we do',
  },
  reason: {
    ja: '影響の見方が違うと、最初の動きがそろわない',
    en: 'Who rates the effect differently acts differently at first',
  },
  lessons: ['C1-L3'],
  severity: 'medium',
  actor: SYSTEM_OWNER,
  ask: (registers) =>
    contractorsOf(registers).map((party) =>
      ofEntry(
        'parties',
        party,
        isWithin(party.sheet.acknowledgedOn, party.sheet.staleAfterMonths, registers.today),
      ),
    ),
};
