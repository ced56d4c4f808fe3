import { type Check, CONTRACT_OWNER, isInDate, ofEntry } from '../check.ts';

export const certificationsInDate: Check = {
  id: 'certifications-in-date',
  title: {
    ja: '委託先・供給元の認証が期限内',
    en: 'Contractor and supplier certifications are valid',
  },
  reason: {
    ja: '選定時の根拠が、現在は失われている可能性があります',
    en: 'The reason they were chosen may no longer hold',
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
