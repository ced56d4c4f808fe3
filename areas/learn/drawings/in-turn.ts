import { Fault } from '../../../kernel/errors.ts';

const queues = new Map<string, { last: Promise<unknown>; waiting: number }>();

/**
 * Does what takes a processor for seconds one after the other, by name, so that nobody keeps all of them.
 * @param most how many may be under way or waiting
 * @throws Fault `too-many` where more are
 */
export async function inTurn<T>(name: string, most: number, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(name) ?? { last: Promise.resolve(), waiting: 0 };
  if (queue.waiting >= most)
    throw new Fault('too-many', {
      detail: {
        ja: 'ほかの文書や図を作成中です。完了後に、もう一度お試しください',
        en: 'Other documents or figures are being generated. Try again when they are done',
      },
      retryAfterSeconds: 30,
    });
  queues.set(name, queue);
  queue.waiting++;
  const mine = queue.last.then(work, work);
  queue.last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    queue.waiting--;
    if (queue.waiting === 0) queues.delete(name);
  }
}
