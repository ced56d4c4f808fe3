import type { Tx } from '../../../database/transaction.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { questionsOf } from '../intake/index.ts';
import { isUnanswered } from '../intake/rules.ts';
import { DOOR, isShut } from './rules.ts';
import { doorsOf } from './store.ts';

/** A question was asked: whoever holds a way in to that report is written to, once for each question. */
export async function tellDoor(tx: Tx, { reportId }: { readonly reportId: string }): Promise<void> {
  const open = (await questionsOf(tx.sql, reportId)).filter(isUnanswered);
  const newest = open.at(-1);
  if (!newest) return;
  const doors = (await doorsOf(tx.sql, reportId)).filter((door) => !isShut(door, tx.ctx.now));
  await putMessages(
    tx,
    DOOR,
    doors.map(({ id, name, email, language }) => ({
      about: id,
      kind: 'question',
      name,
      address: email,
      language,
      channel: 'email',
      once: `survey-question ${newest.id} ${id}`,
    })),
  );
}
