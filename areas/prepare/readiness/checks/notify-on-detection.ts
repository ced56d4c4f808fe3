import { type Check, CONTRACT_OWNER, everyContract, ofEntry } from '../check.ts';

export const notifyOnDetection: Check = {
  id: 'notify-on-detection',
  title: {
    ja: '委託先・供給元に、検知時の速やかな通知義務',
    en: 'Contractors and suppliers must notify on detection',
  },
  reason: {
    ja: '契約に定めがない場合、痕跡が失われた後に通知されるおそれがあります',
    en: 'Without it in the contract, you are told after the traces are gone',
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
