import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { CycleChange } from './schema.ts';
import { lockCycle, updateCycle } from './store.ts';
import { WINDOW_FIXED } from './words.ts';

/** What a survey says of itself, until it is published; its window only until candidates are rated. */
export async function changeCycle(
  ctx: Context,
  id: string,
  { version: seen, ...body }: CycleChange,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const before = await lockCycle(tx.sql, id);
    if (!before) throw new Fault('not-found');
    if (before.version !== seen || before.state === 'published') throw new Fault('conflict');
    const moved = before.window.from !== body.window.from || before.window.until !== body.window.until;
    if (moved && before.state !== 'open') throw invalidField('window', WINDOW_FIXED);
    const version = seen + 1;
    await updateCycle(tx.sql, id, { version, ...body }, ctx.now);
    record(tx, 'survey.cycle-changed', { body: { cycleId: id, version } });
    return { version };
  });
}
