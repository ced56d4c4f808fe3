import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { draftWithin } from './draft-brief.ts';
import { setNextBrief } from './next-brief.ts';
import { briefsOf, lastHeadquarters } from './store.ts';

/** So long a draft may lie before somebody is asked again. */
const BRIEF_MINUTES = 20;

/** Timer: drafts the next brief for executives from the record, and sets itself for the one after, as long as the headquarters stands. */
export async function draftNextBrief(tx: Tx, { incidentId }: TimerBody<'draft-brief'>): Promise<void> {
  permit(tx.ctx, 'incident.command');
  await lockIncident(tx.sql, incidentId);
  const standing = await lastHeadquarters(tx.sql, incidentId);
  if (standing?.state !== 'standing') return;
  // One that nobody has sent is finished first: drafts do not pile up.
  const [waiting] = await briefsOf(tx.sql, incidentId);
  if (!waiting || waiting.sentAt) {
    const { id, number } = await draftWithin(tx, incidentId);
    await raiseTask(tx, incidentId, {
      matter: matterOf.brief(id),
      title: {
        ja: `経営層への報告 第${number}号の確認と送信`,
        en: `Finish and send brief ${number} to executives`,
      },
      roles: ['recorder'],
      minutes: BRIEF_MINUTES,
    });
  }
  await setNextBrief(tx, incidentId, standing.briefMinutes);
}
