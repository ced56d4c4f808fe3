import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { recordOfEvent } from './event-record.ts';
import { hasMaterial } from './handed/index.ts';
import {
  countLines,
  insertLine,
  lineOfClient,
  lockLine,
  type StoredLine,
  updateLine,
  withdrawLine,
} from './minutes/index.ts';
import { claimsFrom, questionsOf, tooCertain } from './rules.ts';
import { type ClaimSaid, type LineChange, MOST_LINES, type NewLine } from './schema.ts';
import { lockHearing, type StoredHearing, setHearing } from './store.ts';
import { LINES_FULL, MORE_CERTAIN, NO_SUCH_MATERIAL, NO_SUCH_QUESTION, NOT_OPEN } from './words.ts';

type Line = Omit<NewLine, 'clientId'>;

/** What a line says, held against the record: its question is one that is asked, its claims no more certain than itself. */
async function weighed(
  tx: Tx,
  hearing: StoredHearing,
  line: Line,
): Promise<{ readonly at: Temporal.Instant; readonly claims: ClaimSaid[] }> {
  const at = notAhead(Temporal.Instant.from(line.at), tx.ctx.now, 'at');
  if (line.materialId !== null && !(await hasMaterial(tx.sql, hearing.id, line.materialId)))
    throw invalidField('materialId', NO_SUCH_MATERIAL);
  const asked =
    line.question === null
      ? undefined
      : questionsOf(await recordOfEvent(tx.sql, hearing.eventId)).find(({ key }) => key === line.question);
  if (line.question !== null && !asked) throw invalidField('question', NO_SUCH_QUESTION);
  const claims = claimsFrom(line, asked);
  const raised = tooCertain(line.certainty, claims);
  if (raised >= 0) throw invalidField(`claims.${raised}.certainty`, MORE_CERTAIN);
  return { at, claims };
}

/** Another edition: what the operator may have read before is not what they would confirm now. */
async function written(
  tx: Tx,
  hearing: StoredHearing,
  line: { readonly id: string; readonly number: number; readonly revision: number },
): Promise<void> {
  await setHearing(tx.sql, hearing.id, { edition: hearing.edition + 1 }, tx.ctx.now);
  const { id: lineId, number, revision } = line;
  record(tx, 'survey.minutes-written', { body: { hearingId: hearing.id, lineId, number, revision } });
}

async function opened(tx: Tx, id: string): Promise<StoredHearing> {
  const hearing = await lockHearing(tx.sql, id);
  if (!hearing) throw new Fault('not-found');
  if (hearing.state !== 'open') throw new Fault('conflict', { detail: NOT_OPEN });
  return hearing;
}

/** Writes a line of the minutes. Whoever lost the answer sends it again, and it is one line all the same. */
export async function writeLine(
  ctx: Context,
  hearingId: string,
  line: NewLine,
): Promise<{ id: string; number: number }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const locked = await lockHearing(tx.sql, hearingId);
    if (!locked) throw new Fault('not-found');
    const before = await lineOfClient(tx.sql, hearingId, line.clientId);
    if (before) return { id: before.id, number: before.number };
    if (locked.state !== 'open') throw new Fault('conflict', { detail: NOT_OPEN });
    const number = (await countLines(tx.sql, hearingId)) + 1;
    if (number > MOST_LINES) throw new Fault('conflict', { detail: LINES_FULL });
    const id = ctx.newId();
    const { eventId } = locked;
    const kept = { ...line, ...(await weighed(tx, locked, line)), id, hearingId, eventId, number };
    await insertLine(tx.sql, ctx.orgId, kept, byOf(ctx.actor), ctx.now);
    await written(tx, locked, { id, number, revision: 1 });
    return { id, number };
  });
}

function refuseStale(line: StoredLine | undefined, revision: number): asserts line is StoredLine {
  if (!line) throw new Fault('not-found');
  if (line.withdrawn !== null || line.revision !== revision) throw new Fault('conflict');
}

/** Changes a line in the caller's transaction, under the hearing's lock; how it read before stays. */
export async function changeWithin(
  tx: Tx,
  hearing: StoredHearing,
  lineId: string,
  { revision, ...change }: LineChange,
  why: string,
): Promise<void> {
  const before = await lockLine(tx.sql, hearing.id, lineId);
  refuseStale(before, revision);
  const { text, certainty } = before;
  const earlier = [{ text, certainty, until: tx.ctx.now.toString(), why }, ...before.earlier];
  const line = { ...change, ...(await weighed(tx, hearing, change)), revision: revision + 1, earlier };
  await updateLine(tx.sql, lineId, line);
  await written(tx, hearing, { id: lineId, number: before.number, revision: line.revision });
}

export async function changeLine(
  ctx: Context,
  hearingId: string,
  lineId: string,
  change: LineChange,
): Promise<{ revision: number }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    await changeWithin(tx, await opened(tx, hearingId), lineId, change, '');
    return { revision: change.revision + 1 };
  });
}

/** Takes a line out of the minutes; its number and its words stay, with the reason. */
export async function takeOutLine(
  ctx: Context,
  hearingId: string,
  lineId: string,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    const hearing = await opened(tx, hearingId);
    const line = await lockLine(tx.sql, hearingId, lineId);
    refuseStale(line, revision);
    await withdrawLine(tx.sql, lineId, revision + 1, reason);
    await written(tx, hearing, { id: lineId, number: line.number, revision: revision + 1 });
  });
}
