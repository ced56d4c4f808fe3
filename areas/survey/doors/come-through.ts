import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { missingIn } from '../content/rules.ts';
import type { ReportContent, Stage } from '../content/schema.ts';
import { listsInForce } from '../editions/index.ts';
import type { EditionView, ListKind } from '../editions/schema.ts';
import { receiveWithin, saveWithin, settleQuestion } from '../intake/acts.ts';
import { contentOf, findReport, lockReport, questionsOf, type StoredReport } from '../intake/index.ts';
import { isShut } from './rules.ts';
import { type Door, findDoor, lockDoor } from './store.ts';

/** What an operator sees through its door: its own report and nothing else. */
export interface DoorLook {
  readonly organisation: string;
  readonly timeZone: string;
  readonly name: string;
  readonly until: Temporal.Instant;
  readonly number: number | null;
  readonly version: number;
  readonly state: StoredReport['state'];
  readonly verdict: StoredReport['verdict'];
  readonly content: ReportContent;
  readonly seen: number;
  readonly missing: readonly string[];
  readonly lists: Readonly<Record<ListKind, EditionView>>;
  readonly questions: readonly {
    readonly id: string;
    readonly number: number;
    readonly text: string;
    readonly answer: string | null;
  }[];
}

/** Of all that lies at the desk only the report of the door is told. */
const atDoor = (ctx: Context): Context => lending(ctx, 'survey.intake');

/** Looking changes nothing, for mail scanners look too. @throws Fault `gone` */
export async function lookThrough(ctx: Context, doorId: string): Promise<DoorLook> {
  permit(ctx, 'confirmation.answer');
  return reading(atDoor(ctx), async (trx) => {
    const door = await findDoor(trx, doorId);
    if (!door || isShut(door, ctx.now)) throw new Fault('gone');
    const report = await findReport(trx, door.reportId);
    const organisation = await readOrganisation(trx);
    const content = report && (report.draft ?? (await contentOf(trx, report.id, report.version)));
    if (!content || !organisation) throw new Fault('gone');
    const questions = await questionsOf(trx, report.id);
    return {
      organisation: organisation.name,
      timeZone: organisation.timeZone,
      name: door.name,
      until: door.until,
      number: report.number,
      version: report.version,
      state: report.state,
      verdict: report.verdict,
      content,
      seen: report.draftSeen,
      missing: missingIn(content),
      lists: await listsInForce(trx),
      questions: questions
        .filter(({ droppedAt }) => droppedAt === null)
        .map(({ id, number, text, answer }) => ({ id, number, text, answer })),
    };
  });
}

async function through(tx: Tx, doorId: string): Promise<{ door: Door; report: StoredReport }> {
  const door = await lockDoor(tx.sql, doorId);
  if (!door || isShut(door, tx.ctx.now)) throw new Fault('gone');
  const report = await lockReport(tx.sql, door.reportId);
  if (!report || report.state === 'withdrawn') throw new Fault('gone');
  return { door, report };
}

/** Keeps what was typed so far. @throws Fault `conflict` where somebody saved since */
export async function saveThrough(
  ctx: Context,
  doorId: string,
  content: ReportContent,
  seen: number,
): Promise<{ seen: number }> {
  permit(ctx, 'confirmation.answer');
  return inTransaction(atDoor(ctx), async (tx) => {
    const { report } = await through(tx, doorId);
    return { seen: await saveWithin(tx, report, content, seen) };
  });
}

/** Saves and hands in at once. */
export async function submitThrough(
  ctx: Context,
  doorId: string,
  content: ReportContent,
  { seen, stage }: { readonly seen: number; readonly stage: Stage },
): Promise<{ number: number; version: number }> {
  permit(ctx, 'confirmation.answer');
  return inTransaction(atDoor(ctx), async (tx) => {
    const { door, report } = await through(tx, doorId);
    if (report.draftSeen !== seen) throw new Fault('conflict');
    const handed = { content, stage, door: 'link' as const, sender: door.name, submittedAt: ctx.now };
    return receiveWithin(tx, report, handed);
  });
}

/** @throws Fault `not-found` where the question is of another report */
export async function answerThrough(
  ctx: Context,
  doorId: string,
  questionId: string,
  answer: string,
): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(atDoor(ctx), async (tx) => {
    const { door, report } = await through(tx, doorId);
    const own = (await questionsOf(tx.sql, report.id)).some(({ id }) => id === questionId);
    if (!own) throw new Fault('not-found');
    await settleQuestion(tx, questionId, answer, door.name);
  });
}
