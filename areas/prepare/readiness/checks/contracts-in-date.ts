import { type Check, CONTRACT_OWNER, isCurrent, isInDate, ofEntry } from '../check.ts';

export const contractsInDate: Check = {
  id: 'contracts-in-date',
  title: { ja: '契約と保険が期限内', en: 'Contracts and insurance are valid' },
  reason: {
    ja: '期限切れの契約では、緊急時の支援や補償を受けられません',
    en: 'An expired contract gives no right to support and pays nothing',
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
