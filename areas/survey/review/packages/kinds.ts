import type { Tx } from '../../../../database/transaction.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { renderedParts } from '../../anonymise/index.ts';
import type { PackageKind } from '../../exchange/index.ts';
import { KIND_WORDS } from '../../exchange/words.ts';
import { type Asking, askingsOf } from '../askings/index.ts';
import { commentWithin } from '../comment-by-link.ts';
import { consentWithin } from '../give-consent.ts';
import { lockReview, type Review } from '../store.ts';
import { editionAsked, isAskingOver, refuseUnready } from '../through-link.ts';
import { withdrawWithin } from '../withdraw-consent.ts';
import { NOT_OPEN } from '../words.ts';
import {
  type ConsentPackage,
  consentPackage,
  type ReviewCommentsPackage,
  reviewCommentsPackage,
  type WithdrawnPackage,
  withdrawnPackage,
} from './schema.ts';

/** A review that this peer was asked for by package; nobody else says anything in it. The newest question first. */
async function askedOf(tx: Tx, ref: string, peerId: string): Promise<{ review: Review; askings: Asking[] }> {
  const review = await lockReview(tx.sql, ref);
  const all = review ? await askingsOf(tx.sql, ref) : [];
  const askings = all.filter((each) => each.peerId === peerId);
  if (!review || askings.length === 0) throw new Fault('not-found');
  return { review, askings };
}

/** What was said of an edition stands, also where a newer one was asked about while it was on its way. */
const takeComments: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, edition, hash, by, comments } = payload as ReviewCommentsPackage;
  const { askings } = await askedOf(tx, ref, peer.id);
  const asking = askings.find((each) => each.edition === edition && each.hash === hash);
  if (!asking) throw new Fault('not-found');
  const parts = renderedParts((await editionAsked(tx.sql, asking)).document);
  await commentWithin(tx, asking, parts, comments, by);
};

/** A signature by the pinned key is the other route: whoever consents is signed in at their own Sonae. */
const takeConsent: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, edition, hash, by } = payload as ConsentPackage;
  const { askings } = await askedOf(tx, ref, peer.id);
  const [asking] = askings;
  if (!asking || isAskingOver(asking, tx.ctx.now)) throw new Fault('conflict', { detail: NOT_OPEN });
  if (asking.edition !== edition) throw new Fault('conflict', { detail: NOT_OPEN });
  await refuseUnready(tx, asking, hash);
  await consentWithin(tx, asking, by, 'package');
};

const takeWithdrawal: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, by, reason } = payload as WithdrawnPackage;
  const { review } = await askedOf(tx, ref, peer.id);
  await withdrawWithin(tx, review, { by, why: reason, source: '' }, 'package');
};

/** What a surveying body takes of an operator that has a Sonae of its own. */
export const REVIEW_KINDS: readonly PackageKind[] = [
  {
    name: 'review-comments',
    words: KIND_WORDS['review-comments'],
    payload: reviewCommentsPackage,
    byHand: false,
    accept: takeComments,
  },
  {
    name: 'consent',
    words: KIND_WORDS.consent,
    payload: consentPackage,
    byHand: false,
    accept: takeConsent,
  },
  {
    name: 'consent-withdrawn',
    words: KIND_WORDS['consent-withdrawn'],
    payload: withdrawnPackage,
    byHand: false,
    accept: takeWithdrawal,
  },
];
