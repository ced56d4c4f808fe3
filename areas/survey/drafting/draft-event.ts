import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { openWithin } from '../../learn/cases/index.ts';
import { record } from '../../record.ts';
import { listsInForce } from '../editions/index.ts';
import { hearingsOfEvent, linesOfEvent, listHearings, recordOfEvent } from '../hearings/index.ts';
import { lacksForDraft } from '../hearings/rules.ts';
import { keepReading } from '../intake/acts.ts';
import { isChosen } from '../selection/index.ts';
import { draftOf, type ToDraft } from './rules.ts';
import type { DraftView } from './schema.ts';
import { caseOfEvent, insertDraft } from './store.ts';
import { LACKS } from './words.ts';

type Hearings = Awaited<ReturnType<typeof hearingsOfEvent>>;

async function toldOf(
  trx: Transaction<Tables>,
  eventId: string,
  hearings: Hearings,
  language: Language,
): Promise<ToDraft> {
  const told = await recordOfEvent(trx, eventId);
  const lists = await listsInForce(trx);
  const held = new Map(hearings.map((hearing) => [hearing.id, hearing]));
  const lines = (await linesOfEvent(trx, eventId)).flatMap((line) => {
    const hearing = held.get(line.hearingId);
    if (!hearing || line.withdrawn !== null) return [];
    const { zone, startsAt } = hearing;
    return [{ ...line, at: line.at.toString(), hearing: { zone, startsAt: startsAt.toString() } }];
  });
  return {
    ...told,
    lines,
    names: hearings.flatMap(({ attendees }) => attendees.map(({ name }) => name)),
    named: (list, key) =>
      lists[list].entries.find((entry) => entry.key === key)?.name ?? { ja: key, en: key },
    language,
  };
}

/** Why nothing is drafted yet, in the order in which it is done (C0-M3). */
async function lacking(
  trx: Transaction<Tables>,
  eventId: string,
  hearings: Hearings,
): Promise<DraftView['lacks']> {
  if (!(await isChosen(trx, eventId))) return 'selection';
  return lacksForDraft(hearings) ?? ((await caseOfEvent(trx, eventId)) ? 'drafted' : null);
}

/** A draft tells what the reports say: whoever asks for one has read them. */
async function noteReading(tx: Tx, { reports }: ToDraft): Promise<void> {
  for (const { id, versions } of reports) await keepReading(tx, id, versions.at(-1)?.version ?? 0, 'read');
}

/**
 * Opens a case from what an operator reported and said. Nothing is drafted before it was chosen and heard and agreed to
 * cooperate, and of one event there is one draft.
 */
export async function draftEvent(ctx: Context, eventId: string): Promise<{ caseId: string }> {
  permit(ctx, 'survey.manage');
  permit(ctx, 'case.write');
  return inTransaction(ctx, async (tx) => {
    const hearings = await hearingsOfEvent(tx.sql, eventId);
    const told = await toldOf(tx.sql, eventId, hearings, ctx.language);
    if (told.reports.length === 0) throw new Fault('not-found');
    const lacks = await lacking(tx.sql, eventId, hearings);
    if (lacks) throw new Fault('conflict', { detail: LACKS[lacks] });
    const caseId = await openWithin(tx, draftOf(told));
    if (!(await insertDraft(tx.sql, ctx.orgId, { eventId, caseId }, byOf(ctx.actor), ctx.now)))
      throw new Fault('conflict', { detail: LACKS.drafted });
    await noteReading(tx, told);
    record(tx, 'survey.case-drafted', { body: { eventId, caseId } });
    return { caseId };
  });
}

/** Of one event. */
const MOST_HEARINGS = 200;
export async function lookAtDraft(ctx: Context, eventId: string): Promise<DraftView> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const hearings = await listHearings(tx.sql, { eventId, state: 'any', limit: MOST_HEARINGS });
    const told = await toldOf(tx.sql, eventId, hearings, ctx.language);
    if (told.reports.length === 0) throw new Fault('not-found');
    await noteReading(tx, told);
    return {
      caseId: (await caseOfEvent(tx.sql, eventId)) ?? null,
      lacks: await lacking(tx.sql, eventId, hearings),
      figure: draftOf(told).figure,
    };
  });
}
