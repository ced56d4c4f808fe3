import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { type DocumentFormat, render } from '../../../report/document/render.ts';
import { reportContent } from './report-content.ts';
import type { CaseDocument } from './schema.ts';
import { findCase, newestCases } from './store.ts';

/** A report of more cases is made by the command line, which has all the time it needs. */
const MOST_CASES = 60;

/** Rendering takes a processor for seconds: one document at a time for everybody. */
let queue: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = queue.then(work, work);
  queue = mine.catch(() => undefined);
  return mine;
}

async function casesOf(ctx: Context, id: string | undefined): Promise<CaseDocument[]> {
  return reading(ctx, async (trx) => {
    if (id === undefined)
      return (await newestCases(trx, MOST_CASES, 'reviewed')).map(({ document }) => document);
    const one = await findCase(trx, id);
    return one ? [one.document] : [];
  });
}

/**
 * One case, or all reviewed ones as a report, as a document.
 * @throws Fault `invalid` naming the section when a page overflows
 */
export async function printCases(
  ctx: Context,
  id: string | undefined,
  language: Language,
  format: DocumentFormat,
): Promise<Uint8Array> {
  permit(ctx, 'case.read');
  const cases = await casesOf(ctx, id);
  if (cases.length === 0)
    throw new Fault('not-found', {
      detail: { ja: '査読の済んだ事例がまだありません', en: 'There is no reviewed case yet' },
    });
  return inTurn(async () => render(await reportContent(cases, language), format));
}
