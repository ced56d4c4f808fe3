import { type Check, CONTRACT_OWNER, ofEntry } from '../check.ts';

export const subcontractLoop: Check = {
  id: 'subcontract-loop',
  title: { ja: '再委託の関係に循環なし', en: 'Subcontracting has no loops' },
  reason: {
    ja: '循環があると、委託の関係を特定できません',
    en: 'With a loop, you cannot tell who works for whom',
  },
  lessons: ['C5-B1'],
  severity: 'medium',
  actor: CONTRACT_OWNER,
  ask: ({ parties }) => {
    const under = new Map(parties.map((party) => [party.key, party.under]));
    const inCircle = (key: string): boolean => {
      const seen = new Set<string>();
      let at = under.get(key) ?? null;
      while (at !== null && at !== key && !seen.has(at)) {
        seen.add(at);
        at = under.get(at) ?? null;
      }
      return at === key;
    };
    return parties
      .filter((party) => party.under !== null)
      .map((party) => ofEntry('parties', party, !inCircle(party.key)));
  },
};
