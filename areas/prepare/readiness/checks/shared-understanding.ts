import { type Check, contractorsOf, isWithin, ofEntry, SYSTEM_OWNER } from '../check.ts';

export const sharedUnderstanding: Check = {
  id: 'shared-understanding',
  title: {
    ja: '構成と重要度の認識を委託先と共有',
    en: 'Contractors share our view of configuration and importance',
  },
  reason: {
    ja: '影響の認識が異なると、初動に差が生じます',
    en: 'Different views of impact lead to different first actions',
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
