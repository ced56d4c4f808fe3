import { type Check, CONTRACT_OWNER, isCurrent, isInDate, ofEntry } from '../check.ts';

export const contractsInDate: Check = {
  id: 'contracts-in-date',
  title: { ja: '契約と保険が期限内', en: 'Contracts and insurance are in date' },
  reason: {
    ja: '期限の切れた契約では、当日に呼ぶ権利も支払いもない',
    en: 'One that has run out gives no right to call anybody and pays nothing',
  },
  lessons: ['C3-B1', 'C5-B1'],
  severity: 'high',
  actor: CONTRACT_OWNER,
  ask: ({ parties, today }) =>
    parties
      .filter(({ contracts }) => contracts.length > 0)
      .map((party) =>
        ofEntry(
          'parties',
          party,
          // One that was renewed under its title stays in the register as it was.
          party.contracts.every(
            ({ title, until }) =>
              isInDate(until, today) ||
              party.contracts.some((other) => other.title === title && isCurrent(other, today)),
          ),
        ),
      ),
};
