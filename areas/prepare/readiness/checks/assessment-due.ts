import { type Check, CONTRACT_OWNER, contractorsOf, everyContract, isWithin, ofEntry } from '../check.ts';

export const assessmentDue: Check = {
  id: 'assessment-due',
  title: { ja: '委託先の点検が期限内', en: 'Contractors are assessed in time' },
  reason: {
    ja: '選定時の一度きりでは、契約後の実態が分からない',
    en: 'Once at selection says nothing of how it is kept afterwards',
  },
  lessons: ['C5-P1'],
  severity: 'medium',
  actor: CONTRACT_OWNER,
  ask: (registers) =>
    contractorsOf(registers).map((party) =>
      ofEntry(
        'parties',
        party,
        everyContract(
          party,
          ({ assessEveryMonths, assessedOn }) =>
            assessEveryMonths > 0 && isWithin(assessedOn, assessEveryMonths, registers.today),
        ),
      ),
    ),
};
