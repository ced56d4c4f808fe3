import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Context } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { inReportOrder } from '../../learn/cases/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import type { Entity } from '../anonymise/entities/schema.ts';
import { filled } from '../anonymise/words.ts';
import { criteriaInForce } from '../cycles/index.ts';
import { SURVEY_ZONE } from '../cycles/rules.ts';
import type { CycleView } from '../cycles/schema.ts';
import type { StatisticsView } from '../statistics/schema.ts';
import { differencesOf, errataPrinted, numbered, type Printed } from './rules.ts';
import type { Book, EditionDifference, FrontMatter, NewPublication, StandingPoint } from './schema.ts';
import { standingOf } from './standing.ts';
import { errataToPrint, newestPublication } from './store.ts';
import { CASE_CORRECTED, NO_SUCH_CASE } from './words.ts';

/** An edition as it would be made now, before its files. */
export interface Plan {
  readonly book: Book;
  readonly printed: readonly Printed[];
  readonly differences: readonly EditionDifference[];
  readonly entities: readonly Entity[];
}

/** In English as asked; as before where nothing is asked and the original is the same; otherwise as it is. */
const inEnglish = (asked: string, ja: string, before: Bilingual | undefined): Bilingual => ({
  ja,
  en: asked || (before?.ja === ja ? before.en : ja),
});

function frontOf(
  { purpose, plan }: CycleView,
  issuer: string,
  { english }: NewPublication,
  before: FrontMatter | undefined,
): FrontMatter {
  return {
    issuer: inEnglish(english.issuer, issuer, before?.issuer),
    purpose: inEnglish(english.purpose, purpose, before?.purpose),
    plan: {
      name: inEnglish(english.plan, plan.name, before?.plan.name),
      decidedBy: inEnglish(english.decidedBy, plan.decidedBy, before?.plan.decidedBy),
      decidedOn: plan.decidedOn ?? '',
    },
  };
}

/** Every point by its field, so that somebody can go and mend each. */
export const refusal = (points: readonly StandingPoint[]): Fault =>
  new Fault('invalid', {
    fields: points.map(({ caseId, field, mend }) => ({
      field: caseId === null ? field : `cases.${caseId}.${field}`,
      mend,
    })),
  });

/**
 * What an edition would be now.
 * @param statistics counted for the first edition; later ones print what the first printed
 * @throws Fault `invalid` naming everything that stands in the way, `conflict` where another edition came before
 */
export async function planEdition(
  trx: Transaction<Tables>,
  { now }: Context,
  cycle: CycleView,
  asked: NewPublication,
  statistics: StatisticsView | null,
): Promise<Plan> {
  const before = await newestPublication(trx, cycle.id);
  if ((before?.number ?? 0) !== asked.seen) throw new Fault('conflict');
  const leftOut = new Set(asked.leaveOut.map(({ caseId }) => caseId));
  const { cases, points, ready, entities } = await standingOf(trx, cycle, before, { leftOut, now });
  const strange = asked.leaveOut.findIndex(({ caseId }) => cases.every((each) => each.caseId !== caseId));
  if (strange >= 0) throw invalidField(`leaveOut.${strange}.caseId`, NO_SUCH_CASE);
  const open = [...points, ...cases.flatMap((each) => each.points)];
  if (open.length > 0) throw refusal(open);
  const byCase = new Map(ready.map((each) => [each.caseId, each]));
  const ordered = inReportOrder(ready.map(({ caseId, document }) => ({ ...document, id: caseId })));
  const today = now.toZonedDateTimeISO(SURVEY_ZONE).toPlainDate().toString();
  const printed = numbered(
    before?.printed ?? [],
    ordered.map(({ id, causeGroup }) => ({
      caseId: id,
      group: causeGroup,
      hash: byCase.get(id)?.hash ?? '',
    })),
    today,
  );
  const criteria = await criteriaInForce(trx, cycle.id);
  const organisation = await readOrganisation(trx);
  const errata = errataPrinted(
    await errataToPrint(trx, cycle.id),
    { printed: before?.printed ?? [], errata: before?.book.errata ?? [] },
    printed,
    (n) => filled(CASE_CORRECTED, { n }),
  );
  const book: Book = {
    format: 'sonae-survey-edition',
    fiscalYear: cycle.fiscalYear,
    window: cycle.window,
    edition: asked.seen + 1,
    date: today,
    front: frontOf(cycle, organisation?.name ?? '', asked, before?.book.front),
    criteria: criteria?.criteria ?? [],
    statistics: before ? before.book.statistics : statistics,
    cases: printed.flatMap(({ number, caseId }) => {
      const one = byCase.get(caseId);
      return one ? [{ number, document: one.document }] : [];
    }),
    withdrawn: printed.flatMap(({ number, group, withdrawnOn }) =>
      withdrawnOn === null ? [] : [{ number, group, on: withdrawnOn }],
    ),
    errata,
  };
  const differences = differencesOf(before?.printed ?? [], printed, {
    before: before?.book.errata ?? [],
    after: errata,
  });
  return { book, printed, differences, entities };
}

/** Whether two plans would make the same files. */
export const samePlan = (one: Plan, other: Plan): boolean =>
  canonicalJson(one.book) === canonicalJson(other.book) &&
  canonicalJson(one.entities) === canonicalJson(other.entities);
