import { Fault, invalidField } from '../../../kernel/errors.ts';
import { inWorker } from '../../../kernel/in-worker.ts';
import type { CalendarRead } from './schema.ts';

export interface IcsTask {
  readonly ics: string;
  readonly timeZone: string;
  readonly first: string;
  readonly last: string;
}
export interface IcsAnswer {
  readonly read?: CalendarRead;
  readonly refused?: Pick<Fault, 'code' | 'details'>;
}

/** Sixty daily events of sixteen years take about a second; what takes this long is no calendar of absences. */
const LIMITS = { longestMs: 15_000, mostMemoryMb: 512 } as const;
/** Whoever would wait longer than a page takes to open is asked to come back. */
const MOST_WAITING = 3;

const exceeded = (): Fault =>
  invalidField('ics', {
    ja: 'カレンダーファイルの繰り返しの予定が多すぎるため、時間内に読み取れません。不在の予定のみにするか、期間を今日から1年に限定して再度書き出してください',
    en: 'The calendar file has too many recurring events to read in time. Export it again with absences only, or only for one year from today',
  });
const BUSY = {
  ja: 'ほかのカレンダーファイルを読み取り中です。しばらく待ってから、もう一度送信してください',
  en: 'Other calendar files are being read. Wait a moment and try again',
};

let waiting = 0;
let before: Promise<unknown> = Promise.resolve();

/**
 * `readAbsences` on a thread of its own: a rule of a few bytes can keep one busy for hours. One file at a time, so that
 * many of them together leave the other cores to everybody else.
 * @throws Fault as `readAbsences`, `invalid` where it takes too long, `too-many` while others wait
 */
export async function readAbsencesInWorker(task: IcsTask): Promise<CalendarRead> {
  if (waiting >= MOST_WAITING)
    throw new Fault('too-many', { detail: BUSY, retryAfterSeconds: LIMITS.longestMs / 1_000 });
  waiting += 1;
  const answer = before.then(() =>
    inWorker<IcsAnswer>(new URL('./read-ics-worker.ts', import.meta.url), task, LIMITS, exceeded),
  );
  before = answer.catch(() => undefined);
  const { read, refused } = await answer.finally(() => {
    waiting -= 1;
  });
  if (refused) throw new Fault(refused.code, refused.details);
  if (!read) throw exceeded();
  return read;
}
