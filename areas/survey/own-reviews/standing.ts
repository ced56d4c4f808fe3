import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { renderedParts } from '../anonymise/index.ts';
import { agreedParts, type Consent, isOpen, type Part, standingOf, type Utterance } from '../review/rules.ts';
import type { ReviewStanding } from '../terms/words.ts';
import { type OwnConsent, ownComments, ownConsents } from './said/index.ts';
import { type OwnEdition, ownEditions } from './store.ts';

/** Until when a consent holds: it begins when the recipient signed for it. */
export const endOf = ({
  settledAt,
  sentAt,
  consentDays,
}: Pick<OwnConsent, 'settledAt' | 'sentAt' | 'consentDays'>): Temporal.Instant =>
  (settledAt ?? sentAt).add({ hours: consentDays * 24 });

export interface OwnStanding {
  readonly newest: OwnEdition | undefined;
  readonly editions: readonly OwnEdition[];
  readonly comments: Awaited<ReturnType<typeof ownComments>>;
  readonly consents: readonly OwnConsent[];
  /** Comments that were not refused and have no answer. */
  readonly open: number;
  readonly agreed: readonly Part[];
  readonly standing: ReviewStanding;
}

/** Where a review stands on this side, by what was said here and what the other side signed for. */
export async function ownStanding(
  trx: Transaction<Tables>,
  reviewId: string,
  now: Temporal.Instant,
): Promise<OwnStanding> {
  const editions = await ownEditions(trx, reviewId);
  const comments = await ownComments(trx, reviewId);
  const consents = await ownConsents(trx, reviewId);
  const [newest] = editions;
  const standing = comments.filter(({ outcome }) => outcome !== 'refused');
  const open = standing.filter(isOpen).length;
  const held = consents.flatMap((consent): (Consent & { readonly parts: readonly Part[] })[] => {
    const edition = editions.find((each) => each.edition === consent.edition);
    if (consent.outcome === 'refused' || !edition) return [];
    const { hash, sentAt, withdrawnAt } = consent;
    const parts = renderedParts(edition.document);
    return [{ hash, givenAt: sentAt, until: endOf(consent), withdrawnAt, parts }];
  });
  const said: Utterance[] = [
    ...standing.map(({ at, kind, part, partHash }) => ({
      at,
      says: kind === 'agree' ? ('agree' as const) : ('other' as const),
      parts: [{ id: part, hash: partHash }],
    })),
    ...held.flatMap(({ givenAt, withdrawnAt, parts }): Utterance[] => [
      { at: givenAt, says: 'agree', parts },
      ...(withdrawnAt ? [{ at: withdrawnAt, says: 'withdrawn' as const, parts: [] }] : []),
    ]),
  ];
  const over = !newest || Temporal.Instant.compare(newest.until, now) <= 0;
  return {
    newest,
    editions,
    comments,
    consents,
    open,
    agreed: agreedParts(said),
    standing: standingOf({ hash: newest?.hash ?? '', over, open, consents: held }, now),
  };
}
