import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { findLink } from '../../../areas/sending/links/index.ts';
import { commentOnReview, keepReviewDraft } from '../../../areas/survey/review/comment-by-link.ts';
import { sendConsentCode } from '../../../areas/survey/review/consent-code.ts';
import { giveConsent } from '../../../areas/survey/review/give-consent.ts';
import { lookThroughReview, type ReviewLook } from '../../../areas/survey/review/look-through.ts';
import { REVIEW_LINK } from '../../../areas/survey/review/rules.ts';
import {
  consentGiven,
  consentWithdrawn,
  REVIEW_COMMENT_KINDS,
  type ReviewDraft,
  reviewHandedIn,
} from '../../../areas/survey/review/schema.ts';
import { withdrawByLink } from '../../../areas/survey/review/withdraw-consent.ts';
import { NOTHING_SAID } from '../../../areas/survey/review/words.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { FAULTS, Fault, type FaultCode, invalidField } from '../../../kernel/errors.ts';
import { chooseLanguage, type Language } from '../../../kernel/language.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { fillIn } from '../../../kernel/text.ts';
import { A_FEW, byLink, ONE_PERSON, withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';
import { reviewFigures, reviewPdf } from './review-document.ts';
import { ReviewDrawing, type Shown } from './review-draw.ts';
import { REVIEW_PAGE } from './review-words.ts';

type Fields = Readonly<Record<string, string>>;

const read = <T>(shape: z.ZodType<T>, value: unknown): T => {
  const done = shape.safeParse(value);
  if (!done.success) throw new Fault('invalid', { fields: fieldFaultsOf(done.error, 'body') });
  return done.data;
};

/** What was chosen for each part, as far as something was typed. */
const draftOf = (fields: Fields, look: ReviewLook): ReviewDraft =>
  look.parts.flatMap(({ id: part }) => {
    const kind = REVIEW_COMMENT_KINDS.find((each) => each === fields[`k.${part}`]) ?? '';
    const text = (fields[`t.${part}`] ?? '').trim();
    return kind !== '' || text !== '' ? [{ part, kind, text }] : [];
  });

/** What is handed in: what was chosen, and agreement to the rest where that was ticked. */
function commentsOf(fields: Fields, look: ReviewLook) {
  const chosen = draftOf(fields, look).flatMap(({ kind, ...said }) =>
    kind === '' ? [] : [{ kind, ...said }],
  );
  const named = new Set(chosen.map(({ part }) => part));
  const rest =
    fields['rest'] === 'agree'
      ? look.parts
          .filter(({ id, asked }) => asked && !named.has(id))
          .map(({ id: part }) => ({ part, kind: 'agree', text: '' }))
      : [];
  const comments = [...chosen, ...rest];
  if (comments.length === 0) throw new Fault('conflict', { detail: NOTHING_SAID });
  return comments;
}

/** @returns what is told when it was done */
async function act(
  ctx: Context,
  id: string,
  fields: Fields,
  look: ReviewLook,
): Promise<keyof typeof REVIEW_PAGE> {
  const { act: what, by = '', seen = '' } = fields;
  switch (what) {
    case 'save':
      await keepReviewDraft(ctx, id, draftOf(fields, look), Number(fields['draftSeen']));
      return 'saved';
    case 'send': {
      const comments = commentsOf(fields, look);
      try {
        await commentOnReview(ctx, id, read(reviewHandedIn, { comments, by, seen }));
      } catch (error) {
        throw partFault(
          error,
          comments.map(({ part }) => part),
        );
      }
      return 'sent';
    }
    case 'code':
      await sendConsentCode(ctx, id, { route: fields['route'] ?? '', seen });
      return 'codeHelp';
    case 'consent':
      if (fields['agree'] !== 'yes') throw invalidField('agree', REVIEW_PAGE.tick);
      await giveConsent(ctx, id, read(consentGiven, { code: fields['code'] ?? '', by, seen }));
      return 'consent';
    case 'withdraw':
      if (fields['sure'] !== 'yes') throw invalidField('sure', REVIEW_PAGE.sureTick);
      await withdrawByLink(ctx, id, read(consentWithdrawn, { by, reason: fields['reason'] ?? '' }));
      return 'withdrawn';
    default:
      throw new Fault('malformed');
  }
}

/** A comment is told of at its part. */
function partFault(error: unknown, parts: readonly string[]): unknown {
  if (!(error instanceof Fault) || !error.details.fields) return error;
  const fields = error.details.fields.map((fault) => {
    const [, i] = /^comments\.(\d+)\./.exec(fault.field) ?? [];
    return i === undefined ? fault : { ...fault, field: parts[Number(i)] ?? fault.field };
  });
  return new Fault(error.code, { ...error.details, fields });
}

const REFUSALS: readonly FaultCode[] = ['gone', 'conflict', 'invalid', 'too-many'];
function shownFor({ code, details }: Fault, fields: Fields, language: Language): Shown {
  const { detail, fields: wrong = [], retryAfterSeconds = 0 } = details;
  const [only, ...more] = wrong;
  const told = detail ?? (more.length === 0 ? only?.mend : undefined) ?? REVIEW_PAGE.fix;
  const why =
    code === 'too-many'
      ? fillIn(REVIEW_PAGE.tooMany[language], { seconds: retryAfterSeconds })
      : told[language];
  const faults = wrong.map(({ field, mend }) => ({ at: field, mend: mend[language] }));
  return { told: why, faults: faults.length > 0 ? faults : [{ at: '', mend: why }], typed: fields };
}

const LARGEST_FORM = 2 * 1024 * 1024;
const languageOf = (request: FastifyRequest): Language => {
  const { lang } = request.query as { lang?: string };
  return lang === 'ja' || lang === 'en' ? lang : chooseLanguage(request.headers['accept-language']);
};

/** A public edition behind a link: the operator reads, comments and consents, without an account and without scripts. */
export function mountReviewPage(app: FastifyInstance, house: House, clock: Clock): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, fields?: Fields) => {
    const language = languageOf(request);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const { token } = request.params as { token: string };
    const title = REVIEW_PAGE.title[language];
    const gone = () =>
      reply.code(410).send(page({ title, language, body: `<h1>${REVIEW_PAGE.gone[language]}</h1>` }));
    const found = await findLink(house.database, REVIEW_LINK, token);
    if (!found) return gone();
    const ctx = linkContext(house, clock, request, found, 'confirmation.answer');
    let shown: Shown = { told: '', faults: [], typed: {} };
    let status = 200;
    try {
      if (fields) {
        const told = await act(ctx, found.id, fields, await lookThroughReview(ctx, found.id));
        shown = {
          ...shown,
          told: told === 'consent' || told === 'codeHelp' ? '' : REVIEW_PAGE[told][language],
        };
      }
    } catch (error) {
      if (!(error instanceof Fault) || !REFUSALS.includes(error.code)) throw error;
      status = FAULTS[error.code].status;
      shown = shownFor(error, fields ?? {}, language);
    }
    try {
      const look = await lookThroughReview(ctx, found.id);
      const { document } = look;
      const figures = await reviewFigures({
        house,
        orgId: found.orgId,
        now: clock.now(),
        document,
        language,
      });
      const body = new ReviewDrawing(look, `/review/${token}`, language, shown).draw(figures);
      return reply.code(status).send(page({ title, language, body }));
    } catch (error) {
      if (error instanceof Fault && error.code === 'gone') return gone();
      throw error;
    }
  };
  const pages = async (request: FastifyRequest, reply: FastifyReply, language: Language) => {
    const { token } = request.params as { token: string };
    const found = await findLink(house.database, REVIEW_LINK, token);
    if (!found) throw new Fault('gone');
    const ctx = linkContext(house, clock, request, found, 'confirmation.answer');
    const { document, asking } = await lookThroughReview(ctx, found.id);
    const bytes = await reviewPdf({ house, orgId: found.orgId, now: clock.now(), document, language });
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="edition-${asking.edition}-${language}.pdf"`)
      .send(bytes);
  };
  withForms(
    app,
    (scope) => {
      scope.get('/review/:token', (request, reply) => answer(request, reply));
      scope.get(
        '/review/:token/pages/:language',
        { config: { rateLimit: { ...A_FEW, keyGenerator: byLink } } },
        (request, reply) => {
          const { language } = request.params as { language: string };
          if (language !== 'ja' && language !== 'en') throw new Fault('not-found');
          return pages(request, reply, language);
        },
      );
      scope.post('/review/:token', { config: { rateLimit: ONE_PERSON } }, (request, reply) =>
        answer(request, reply, (request.body ?? {}) as Fields),
      );
    },
    LARGEST_FORM,
  );
}
