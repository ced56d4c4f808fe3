import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findCase } from '../../learn/cases/index.ts';
import { newestEdition, readEdition } from '../anonymise/index.ts';
import { findPeer } from '../exchange/index.ts';
import { peersOfOperator } from '../intake/index.ts';
import { findOperator } from '../operators/index.ts';
import { askingsOf } from './askings/index.ts';
import { reviewComments } from './comments/index.ts';
import { consentsOf } from './consents/index.ts';
import { type ShownPart, shownParts, wordsOfPart } from './parts/rules.ts';
import { isOpen, otherRoutes, standingOf } from './rules.ts';
import type { CaseReviews, ReviewLine, ReviewView } from './schema.ts';
import { type Review, recentReviews, reviewsOf } from './store.ts';
import { isAskingOver } from './through-link.ts';
import { toldOperators } from './told-operators.ts';

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

async function viewOf(
  trx: Transaction<Tables>,
  { id, operatorId }: Review,
  partsOf: (edition: number) => Promise<readonly ShownPart[]>,
  now: Temporal.Instant,
): Promise<ReviewView> {
  const operator = await findOperator(trx, operatorId);
  const askings = await askingsOf(trx, id);
  const comments = await reviewComments(trx, id);
  const consents = await consentsOf(trx, id);
  const [newest] = askings;
  const told = [];
  for (const comment of comments.toReversed())
    told.push({ ...comment, ...wordsOfPart(await partsOf(comment.edition), comment.part) });
  return {
    id,
    operatorId,
    operator: operator?.name ?? '',
    standing: standingOf(
      {
        hash: newest?.hash ?? '',
        over: !newest || isAskingOver(newest, now),
        open: comments.filter(isOpen).length,
        consents,
      },
      now,
    ),
    otherRoute:
      newest?.way === 'package' || otherRoutes(operator?.contacts ?? [], newest?.email ?? '').length > 0,
    askings: askings.map(({ askedAt, until, endedAt, remindedAt, ...asking }) => ({
      id: asking.id,
      edition: asking.edition,
      hash: asking.hash,
      way: asking.way,
      name: asking.name,
      email: asking.email,
      askedAt: askedAt.toString(),
      until: until.toString(),
      endedAt: text(endedAt),
      remindedAt: text(remindedAt),
    })),
    comments: told,
    consents: consents.map(({ reviewId: _, caseId: __, givenAt, until, withdrawnAt, ...consent }) => ({
      ...consent,
      givenAt: givenAt.toString(),
      until: until.toString(),
      withdrawnAt: text(withdrawnAt),
    })),
  };
}

/** All reviews, those asked for last first, each with where it stands. */
export async function allReviews(ctx: Context): Promise<ReviewLine[]> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    const all: ReviewLine[] = [];
    for (const { id, caseId, operatorId } of await recentReviews(trx)) {
      const [newest] = await askingsOf(trx, id);
      const edition = newest && (await readEdition(trx, caseId, newest.edition));
      if (!newest || !edition) continue;
      const open = (await reviewComments(trx, id)).filter(isOpen).length;
      const over = isAskingOver(newest, ctx.now);
      const { hash, askedAt, until } = newest;
      const { ja, en } = edition.document.title;
      all.push({
        id,
        caseId,
        title: { ja, en },
        operator: (await findOperator(trx, operatorId))?.name ?? '',
        standing: standingOf({ hash, over, open, consents: await consentsOf(trx, id) }, ctx.now),
        edition: newest.edition,
        open,
        askedAt: askedAt.toString(),
        until: until.toString(),
      });
    }
    return all;
  });
}

/** Who was asked about a case, what they said, and who can be asked. */
export async function reviewsFor(ctx: Context, caseId: string): Promise<CaseReviews> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    const found = await findCase(trx, caseId);
    if (!found) throw new Fault('not-found');
    const edition = await newestEdition(trx, caseId);
    const known = new Map<number, readonly ShownPart[]>();
    const partsOf = async (number: number): Promise<readonly ShownPart[]> => {
      const parts = known.get(number) ?? shownParts((await readEdition(trx, caseId, number))?.document);
      known.set(number, parts);
      return parts;
    };
    const reviews = await reviewsOf(trx, caseId);
    const { ids: reported, unmatched } = await toldOperators(trx, caseId);
    const operators = [];
    for (const id of new Set([...reported, ...reviews.map(({ operatorId }) => operatorId)])) {
      const operator = await findOperator(trx, id);
      if (!operator) continue;
      const peers = [];
      for (const peerId of await peersOfOperator(trx, id)) {
        const peer = await findPeer(trx, peerId);
        if (peer?.state === 'pinned') peers.push({ id: peer.id, name: peer.name });
      }
      const contacts = operator.contacts
        .filter(({ email }) => email !== '')
        .map(({ name, role, email }) => ({ name, role, email }));
      operators.push({ id, name: operator.name, reported: reported.includes(id), contacts, peers });
    }
    const views = [];
    for (const review of reviews) views.push(await viewOf(trx, review, partsOf, ctx.now));
    const { ja, en } = found.document.title;
    return {
      title: { ja, en },
      edition: edition ? { number: edition.number, hash: edition.hash } : null,
      reviews: views,
      operators,
      unmatched,
    };
  });
}
