import type { Leave } from '../rosters/schema.ts';
import type { Absence, CalendarRead } from './schema.ts';

/** Makes a short name of a long one. */
type Hash = (text: string) => string;

const EVENT_LETTERS = 12;
const TIME_LETTERS = 10;

/** Keys of all that was taken in from one event begin with this. */
export const eventKey = (hash: string): string => `ics-${hash.slice(0, EVENT_LETTERS)}`;
const prefixOf = (uid: string, personId: string, hash: Hash): string =>
  `${eventKey(hash(`${personId} ${uid}`))}-`;

type Times = Pick<Leave, 'from' | 'fromTime' | 'until' | 'untilTime'>;
const timesOf = ({ from, fromTime, until, untilTime }: Times): string =>
  [from, fromTime ?? '', until, untilTime ?? ''].join(' ');

export const keyOf = (absence: Absence, personId: string, hash: Hash): string =>
  prefixOf(absence.uid, personId, hash) + hash(timesOf(absence)).slice(0, TIME_LETTERS);

/** Keys of 0.1 and 0.2 did not tell events apart. */
const oldKeyOf = ({ uid, from, until }: Absence, personId: string, hash: Hash): string =>
  eventKey(hash(`${personId} ${uid} ${from} ${until}`));

/** Leave that does not hold any more; `after` where some of it is over already, which stays. */
export interface LeaveChange {
  readonly before: Leave;
  readonly after: Leave | undefined;
}

export interface LeaveChanges {
  readonly added: readonly Absence[];
  readonly known: number;
  /** Of an event that the file tells otherwise now. */
  readonly withdrawn: readonly LeaveChange[];
  /** Of events that the file does not tell. */
  readonly gone: readonly LeaveChange[];
}

function ended(before: Leave, today: string): LeaveChange {
  if (before.from >= today) return { before, after: undefined };
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return { before, after: { ...before, until: yesterday, untilTime: null } };
}

/**
 * What a calendar file changes in somebody's leave. Only what came from a calendar and is not over is compared, from
 * today on: leave that has begun is the same while its rest is.
 * @param stored all leave of this person
 */
export function leaveChanges(
  { absences, uids }: CalendarRead,
  stored: readonly Leave[],
  { personId, today, hash }: { readonly personId: string; readonly today: string; readonly hash: Hash },
): LeaveChanges {
  const still = stored.filter(({ key, until }) => key.startsWith('ics-') && until >= today);
  const restOf = (leave: Times): string =>
    timesOf(leave.from < today ? { ...leave, from: today, fromTime: null } : leave);
  const matched = new Set<string>();
  const added = absences.filter((absence) => {
    const prefix = prefixOf(absence.uid, personId, hash);
    const old = oldKeyOf(absence, personId, hash);
    const known = still.find(
      (each) => (each.key.startsWith(prefix) || each.key === old) && restOf(each) === restOf(absence),
    );
    if (known) matched.add(known.key);
    return !known;
  });
  const told = uids.map((uid) => prefixOf(uid, personId, hash));
  const left = still.filter(({ key }) => !matched.has(key));
  const isTold = ({ key }: Leave): boolean => told.some((prefix) => key.startsWith(prefix));
  return {
    added,
    known: absences.length - added.length,
    withdrawn: left.filter(isTold).map((each) => ended(each, today)),
    gone: left.filter((each) => !isTold(each)).map((each) => ended(each, today)),
  };
}
