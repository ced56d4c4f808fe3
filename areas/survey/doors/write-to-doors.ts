import type { Tx } from '../../../database/transaction.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { DOOR, isShut } from './rules.ts';
import { doorsOf } from './store.ts';

/** Writes to whoever holds a way in to a report. @param once what each of them is told of at most once */
export async function writeToDoors(
  tx: Tx,
  reportId: string,
  kind: 'question' | 'due',
  once: string,
): Promise<void> {
  const doors = (await doorsOf(tx.sql, reportId)).filter((door) => !isShut(door, tx.ctx.now));
  await putMessages(
    tx,
    DOOR,
    doors.map(({ id, name, email, language }) => ({
      about: id,
      kind,
      name,
      address: email,
      language,
      channel: 'email',
      once: `${once} ${id}`,
    })),
  );
}
