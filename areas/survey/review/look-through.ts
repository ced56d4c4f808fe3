import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { newestEdition, renderedParts } from '../anonymise/index.ts';
import { agreedIn } from './agreed.ts';
import { type Asking, findAsking } from './askings/index.ts';
import { reviewComments } from './comments/index.ts';
import { codesOf, consentsOf, type StoredConsent } from './consents/index.ts';
import { type ShownPart, shownParts } from './parts/rules.ts';
import { routesNow } from './routes-now.ts';
import { CODE, consentTo, isOpen, partsToAsk, type Route, weighCode } from './rules.ts';
import type { ReviewCommentView, ReviewDraft } from './schema.ts';
import { findReview } from './store.ts';
import { atLink, editionAsked, isAskingOver, isLinkOver } from './through-link.ts';

/** What an operator sees of the edition it was asked about, and nothing of the body's own work. */
export interface ReviewLook {
  readonly organisation: string;
  readonly timeZone: string;
  readonly asking: Asking;
  /** Over: only a consent can still be withdrawn. */
  readonly over: boolean;
  readonly document: CaseDocument;
  /** `asked`: it reads otherwise than what they agreed to. */
  readonly parts: readonly (ShownPart & { readonly asked: boolean })[];
  /** How many parts they agreed to are there no more. */
  readonly gone: number;
  readonly comments: readonly ReviewCommentView[];
  readonly open: number;
  readonly draft: ReviewDraft;
  readonly draftSeen: number;
  /** A newer edition reads otherwise: this one is not consented to any more. */
  readonly superseded: boolean;
  readonly consent: ReturnType<typeof consentTo>;
  /** Whatever can be withdrawn. */
  readonly standing: readonly StoredConsent[];
  readonly routes: readonly Pick<Route, 'id' | 'channel' | 'masked'>[];
  readonly noRoute: 'one-route' | 'no-channel' | undefined;
  /** A code is on its way. */
  readonly code:
    | { readonly masked: string; readonly until: Temporal.Instant; readonly tries: number }
    | undefined;
}

/** Looking changes nothing, for mail scanners look too. @throws Fault `gone` */
export async function lookThroughReview(ctx: Context, askingId: string): Promise<ReviewLook> {
  permit(ctx, 'confirmation.answer');
  return reading(atLink(ctx), async (trx) => {
    const asking = await findAsking(trx, askingId);
    const review = asking && (await findReview(trx, asking.reviewId));
    const organisation = await readOrganisation(trx);
    if (!asking || !review || !organisation || (await isLinkOver(trx, askingId, ctx.now)))
      throw new Fault('gone');
    const { document } = await editionAsked(trx, asking);
    const comments = await reviewComments(trx, review.id);
    const consents = await consentsOf(trx, review.id);
    const { asked, gone } = partsToAsk(
      renderedParts(document),
      await agreedIn(trx, review.caseId, comments, consents),
    );
    const { routes, none } = await routesNow(trx, review.operatorId, asking.email);
    const [code] = await codesOf(trx, review.id);
    const onItsWay =
      code?.askingId === askingId && code.hash === asking.hash && weighCode(code, true, ctx.now) === 'right';
    return {
      organisation: organisation.name,
      timeZone: organisation.timeZone,
      asking,
      over: isAskingOver(asking, ctx.now),
      document,
      parts: shownParts(document).map((part) => ({ ...part, asked: asked.includes(part.id) })),
      gone: gone.length,
      comments,
      open: comments.filter(isOpen).length,
      draft: review.draft,
      draftSeen: review.draftSeen,
      superseded: (await newestEdition(trx, review.caseId))?.hash !== asking.hash,
      consent: consentTo(asking.hash, consents, true, ctx.now),
      standing: consents.filter(({ withdrawnAt }) => withdrawnAt === null),
      routes: routes.map(({ id, channel, masked }) => ({ id, channel, masked })),
      noRoute: none,
      code: onItsWay ? { masked: code.masked, until: code.until, tries: CODE.tries - code.tries } : undefined,
    };
  });
}
