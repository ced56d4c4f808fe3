import { type Check, CONTRACT_OWNER, isInDate, ofEntry } from '../check.ts';

export const certificationsInDate: Check = {
  id: 'certifications-in-date',
  title: {
    ja: '委託先・供給元の認証が期限内',
    en: 'Certifications of contractors and suppliers are in date',
  },
  reason: {
    ja: '選定のときの根拠が、いまはないかもしれない',
    en: 'What they were chosen for may not hold any more',
  },
  lessons: ['C5-L1'],
  severity: 'medium',
  actor: CONTRACT_OWNER,
  ask: ({ parties, today }) =>
    parties
      .map((party) => ({
        party,
        held: party.contracts
          .filter(({ until }) => isInDate(until, today))
          .flatMap(({ certifications }) => certifications),
      }))
      .filter(({ held }) => held.length > 0)
      .map(({ party, held }) =>
        ofEntry(
          'parties',
          party,
          held.every(
            ({ name, until }) =>
              isInDate(until, today) ||
              held.some((other) => other.name === name && isInDate(other.until, today)),
          ),
        ),
      ),
};
