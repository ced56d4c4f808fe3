import { createHash } from 'node:crypto';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { isSigned, publicHalf, signText } from '../../../kernel/signing.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { enterState, lockCycle } from '../cycles/acts.ts';
import { criteriaInForce } from '../cycles/index.ts';
import { unreasoned } from './keep-picks.ts';
import { selectionOf } from './look-at-selection.ts';
import { arePicksOpen } from './rules.ts';
import type { SelectionRecord } from './schema.ts';
import {
  candidatesOf,
  insertRecord,
  picksOf,
  recordsOf,
  type SignedRecord,
  sheetsOf,
  talliedOf,
} from './store.ts';
import { DRAWS } from './weigh.ts';
import { REFUSED } from './words.ts';

/** Whether a kept record is as it was signed, by that key. */
export const isGenuine = ({ text, hash, publicKey, signature }: SignedRecord): boolean =>
  createHash('sha256').update(text).digest('hex') === hash && isSigned(publicKey, text, signature);

/** Signs the set and all it rests on with the key of the installation; the survey goes on to its hearings from there. */
export async function signSelection(
  ctx: Context,
  cycleId: string,
): Promise<{ number: number; hash: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    if (!arePicksOpen(cycle.state)) throw new Fault('conflict', { detail: REFUSED.notRating });
    const picks = await picksOf(tx.sql, cycleId);
    const selection = await selectionOf(tx.sql, ctx, cycle, picks);
    if (picks.length === 0) throw new Fault('conflict', { detail: REFUSED.noPicks });
    const fields = unreasoned(selection, picks);
    if (fields.length > 0) throw new Fault('invalid', { fields });
    const { before, after } = (await talliedOf(tx.sql, cycleId)) ?? { before: 0, after: 0 };
    const number = ((await recordsOf(tx.sql, cycleId))[0]?.number ?? 0) + 1;
    const { version: _, state: __, changedAt: ___, ...survey } = cycle;
    const said: SelectionRecord = {
      kind: 'sonae selection record',
      orgId: ctx.orgId,
      number,
      survey,
      criteria: (await criteriaInForce(tx.sql, cycleId))?.criteria ?? [],
      raters: (await sheetsOf(tx.sql, cycleId)).map(({ raterId }) => raterId),
      draws: DRAWS,
      seed: cycle.fiscalYear,
      ...selection,
      withoutRater: selection.withoutRater.map(({ raterId, lost }) => ({ raterId, lost })),
      out: (await candidatesOf(tx.sql, cycleId)).filter(({ out }) => out !== null),
      outside: { before, after },
      signedAt: ctx.now.round('millisecond').toString(),
      signedBy: byOf(ctx.actor),
    };
    const text = canonicalJson(said);
    const hash = createHash('sha256').update(text).digest('hex');
    await insertRecord(tx.sql, ctx.orgId, cycleId, {
      number,
      text,
      hash,
      publicKey: publicHalf(ctx.instance.signingKey),
      signature: signText(ctx.instance.signingKey, text),
      signedAt: ctx.now,
      signedBy: byOf(ctx.actor),
    });
    await enterState(tx, cycle, 'selected', '');
    record(tx, 'survey.selection-signed', { body: { cycleId, number, hash } });
    return { number, hash };
  });
}

/** Opens the set again for a reason; what was signed stays, and another record follows it. */
export async function reopenSelection(ctx: Context, cycleId: string, reason: string): Promise<void> {
  permit(ctx, 'survey.manage');
  if (reason === '') throw invalidField('reason', REFUSED.reopenReason);
  await inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    if (cycle.state !== 'selected') throw new Fault('conflict');
    await enterState(tx, cycle, 'rating', reason);
  });
}
