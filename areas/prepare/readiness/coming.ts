import type { z } from 'zod';
import type { Fallback } from '../fallbacks/schema.ts';
import type { Party } from '../parties/schema.ts';
import { isCurrent, ofEntry } from './check.ts';
import type { comingView } from './schema.ts';

type Item = z.output<typeof comingView>['items'][number];

/** A fallback is tried within a year; readiness asks the same. */
const FALLBACK_MONTHS = 12;

const after = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/**
 * What comes due from today until a day, both included, the soonest first. A contract or a certificate that has a successor
 * is not told of; what is past its date already belongs to the readiness checks.
 */
export function comingIn(
  { parties, fallbacks }: { readonly parties: readonly Party[]; readonly fallbacks: readonly Fallback[] },
  today: string,
  until: string,
): Item[] {
  const items = [
    ...parties.flatMap((party) => ofParty(party, until)),
    ...fallbacks.flatMap((fallback): Item[] =>
      fallback.testedOn
        ? [
            {
              kind: 'fallbackTest',
              on: after(fallback.testedOn, FALLBACK_MONTHS),
              name: fallback.name,
              what: '',
              link: ofEntry('fallbacks', fallback, true).link,
            },
          ]
        : [],
    ),
  ];
  return items
    .filter(({ on }) => on >= today && on <= until)
    .sort((a, b) => (a.on === b.on ? (a.name < b.name ? -1 : 1) : a.on < b.on ? -1 : 1));
}

function ofParty(party: Party, until: string): Item[] {
  const { link } = ofEntry('parties', party, true);
  const item = (kind: Item['kind'], on: string | null, what: string): Item[] =>
    on === null ? [] : [{ kind, on, name: party.name, what, link }];
  const { acknowledgedOn, staleAfterMonths } = party.sheet;
  return [
    ...party.contracts.flatMap((contract) => {
      const renewed = party.contracts.some(
        (other) => other !== contract && other.title === contract.title && isCurrent(other, until),
      );
      return [
        ...(renewed ? [] : item('contractEnds', contract.until, contract.title)),
        ...contract.certifications.flatMap(({ name, until: ends }) => item('certificationEnds', ends, name)),
        ...(contract.assessedOn && contract.assessEveryMonths > 0
          ? item('assessment', after(contract.assessedOn, contract.assessEveryMonths), contract.title)
          : []),
      ];
    }),
    ...(acknowledgedOn ? item('sheet', after(acknowledgedOn, staleAfterMonths), '') : []),
  ];
}
