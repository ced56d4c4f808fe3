import { type Check, CONTRACT_OWNER, contractorsOf, everyContract, isWithin, ofEntry } from '../check.ts';

export const assessmentDue: Check = {
  id: 'assessment-due',
  title: { ja: '委託先の評価が期限内', en: 'Contractors are assessed on time' },
  reason: {
    ja: '選定時の評価のみでは、契約後の実態を把握できません',
    en: 'An assessment at selection says nothing about what happens afterwards',
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
