import { type Check, CONTRACT_OWNER, ofEntry } from '../check.ts';

export const emergencyContact: Check = {
  id: 'emergency-contact',
  title: { ja: '契約に緊急連絡先を登録', en: 'Contracts name an emergency contact' },
  reason: {
    ja: '障害の発生中に連絡先を探すことになります',
    en: 'Otherwise you search for the number while the service is down',
  },
  lessons: ['C3-B1', 'C3-R4'],
  severity: 'high',
  actor: CONTRACT_OWNER,
  ask: ({ parties }) =>
    parties
      .filter(({ kind, contracts }) => kind === 'contractor' || kind === 'supplier' || contracts.length > 0)
      .map((party) =>
        ofEntry(
          'parties',
          party,
          party.contracts.some(({ emergencyContact: contact }) => contact !== ''),
        ),
      ),
};
