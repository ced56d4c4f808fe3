import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { type DocumentFormat, render } from '../../../report/document/render.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { inTurn, keeping } from '../drawings/index.ts';
import { inReportOrder, reportContent } from './report-content.ts';
import { fileNameOf } from './rules.ts';
import { type CaseDocument, type ReportAbout, type ReportChoice, reportChoice } from './schema.ts';
import { findCase, listCases } from './store.ts';

/** A report of more cases is made by the command line, which has all the time it needs. */
const MOST_CASES = 60;

/** Rendering takes a processor for seconds: one document at a time for each organisation, and so many waiting. */
const MOST_WAITING = 4;

async function casesOf(ctx: Context, wanted: string | ReportChoice): Promise<CaseDocument[]> {
  return reading(ctx, async (trx) => {
    const ids =
      typeof wanted === 'string'
        ? [wanted]
        : (await listCases(trx, { ...wanted, state: 'reviewed', limit: MOST_CASES + 1 })).cases
            // A report is in the order of time, whatever its cases were found by.
            .toSorted((a, b) => Temporal.Instant.compare(b.changedAt, a.changedAt))
            .map(({ id }) => id);
    const found: CaseDocument[] = [];
    for (const id of ids) {
      const one = await findCase(trx, id);
      // A document says the state it was written in; its row, the one it has.
      if (one) found.push({ ...one.document, state: one.state });
    }
    return found;
  });
}

/** The number a reviewed case has among all of them; one that is not reviewed stands in no book. */
async function numberOf(ctx: Context, { id, state }: CaseDocument): Promise<number | 'none'> {
  if (state !== 'reviewed') return 'none';
  const reviewed = await casesOf(ctx, reportChoice.parse({}));
  const place = inReportOrder(reviewed).findIndex((document) => document.id === id);
  return place < 0 ? 'none' : place + 1;
}

/** The organisation issues it, on the day it is made on its own calendar. */
const aboutOf = (ctx: Context, about: ReportAbout): Promise<ReportAbout> =>
  reading(ctx, async (trx) => {
    const organisation = await readOrganisation(trx);
    const date = ctx.now
      .toZonedDateTimeISO(organisation?.timeZone ?? 'UTC')
      .toPlainDate()
      .toString();
    return { date, ...(organisation && { issuer: organisation.name }), ...about };
  });

interface Printing {
  readonly language: Language;
  readonly format: DocumentFormat;
  readonly about?: ReportAbout;
  readonly onFigure?: (done: number, of: number) => void;
}

/**
 * One case, or the reviewed ones that are wanted as a report, as a document.
 * @throws Fault `invalid` naming the section when a page overflows
 */
export async function printCases(
  ctx: Context,
  wanted: string | ReportChoice,
  { language, format, about = {}, onFigure }: Printing,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  permit(ctx, 'case.read');
  const cases = await casesOf(ctx, wanted);
  if (cases.length === 0)
    throw new Fault(
      'not-found',
      typeof wanted === 'string'
        ? {}
        : { detail: { ja: '条件に合うレビュー済みの事例がありません', en: 'No matching reviewed cases' } },
    );
  if (cases.length > MOST_CASES)
    throw new Fault('conflict', {
      detail: {
        ja: `レビュー済みの事例が${MOST_CASES}件を超えています。コマンド sonae report build で作成してください`,
        en: `There are more than ${MOST_CASES} reviewed cases. Create the report with sonae report build`,
      },
    });
  const [only] = cases.length === 1 ? cases : [];
  const number = only && (await numberOf(ctx, only));
  const told = await aboutOf(ctx, about);
  const bytes = await inTurn(`print ${ctx.orgId}`, MOST_WAITING, async () =>
    render(
      await reportContent(cases, language, {
        figures: format !== 'md',
        draw: keeping(ctx),
        about: told,
        ...(number && { number }),
        ...(onFigure && { onFigure }),
      }),
      format,
    ),
  );
  return { name: fileNameOf(typeof wanted === 'string' ? cases[0] : undefined), bytes };
}
