import { type Check, CONTRACT_OWNER, everyContract, ofEntry } from '../check.ts';

export const notifyOnDetection: Check = {
  id: 'notify-on-detection',
  title: {
    ja: '委託先・供給元は、見つけたら片付ける前に知らせる',
    en: 'Contractors and suppliers tell what they find before they clean it',
  },
  reason: {
    ja: '契約にないと、痕跡が消えたあとで知らされる',
    en: 'Without it in the contract, word comes after the traces are gone',
  },
  lessons: ['C1-R1'],
  severity: 'high',
  actor: CONTRACT_OWNER,
  ask: (registers) =>
    registers.parties
      .filter(({ kind }) => kind === 'contractor' || kind === 'supplier')
      .map((party) =>
        ofEntry(
          'parties',
          party,
          everyContract(party, ({ notifyOnDetection: stated }) => stated === 'yes'),
        ),
      ),
};
