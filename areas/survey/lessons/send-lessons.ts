import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockCycle } from '../cycles/acts.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { listPeers } from '../exchange/index.ts';
import { newestPublication } from '../publication/index.ts';
import { NOT_PUBLISHED } from '../publication/words.ts';
import { hashOfLessons } from './hash.ts';
import { lessonsOfEdition } from './lessons-of.ts';
import type { LessonsSending } from './schema.ts';
import { lessonsSentTo, putLessonsSent } from './store.ts';
import { NO_PEERS, NOT_A_PEER } from './words.ts';

/** Those who are named, or everybody whose key is confirmed. @throws Fault */
async function recipients(tx: Tx, named: readonly string[]): Promise<string[]> {
  const pinned = (await listPeers(tx.sql)).filter(({ state }) => state === 'pinned').map(({ id }) => id);
  const strange = named.findIndex((id) => !pinned.includes(id));
  if (strange >= 0) throw invalidField(`peers.${strange}`, NOT_A_PEER);
  if (pinned.length === 0) throw new Fault('conflict', { detail: NO_PEERS });
  return named.length > 0 ? [...new Set(named)].toSorted() : pinned.toSorted();
}

/** Sends the lessons of the newest edition as questions. Whoever has the very same is not sent them again. */
export async function sendLessons(
  ctx: Context,
  cycleId: string,
  { peers }: LessonsSending,
): Promise<{ sent: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, cycleId);
    if (!cycle) throw new Fault('not-found');
    const edition = await newestPublication(tx.sql, cycleId);
    if (!edition) throw new Fault('conflict', { detail: NOT_PUBLISHED });
    const lessons = await lessonsOfEdition(tx.sql, edition, ctx.now);
    const { number } = edition;
    const hash = hashOfLessons(lessons);
    const before = await lessonsSentTo(tx.sql, cycleId);
    const to = (await recipients(tx, peers)).filter((id) => before.get(id) !== hash);
    for (const peerId of to) {
      const packageId = await sendPackageWithin(tx, {
        peerId,
        kind: 'lessons-published',
        payload: { ref: cycleId, fiscalYear: cycle.fiscalYear, edition: number, hash, lessons },
      });
      await putLessonsSent(tx.sql, ctx.orgId, { cycleId, peerId, edition: number, hash, packageId }, ctx.now);
    }
    if (to.length > 0) record(tx, 'survey.lessons-sent', { body: { cycleId, number, peers: to.length } });
    return { sent: to.length };
  });
}
