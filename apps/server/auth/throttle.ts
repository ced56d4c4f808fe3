import { APIError } from 'better-auth/api';
import type { Database } from '../../../database/pool.ts';
import { networkOf } from '../../../kernel/network-address.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { countTry, isKnown } from './store.ts';

/** From one place an account allows so many wrong passwords before it rests there for 30 s, 60 s, 2 min … 1 h. */
const TRIES_PER_PLACE = 5;
/** After so many from everywhere together, guessing goes on: places nobody signed in from get less. */
const TRIES_PER_ACCOUNT = 50;
const TRIES_WHILE_GUESSED = 1;
/** Whoever holds a session and not the password. */
const TRIES_IN_SESSION = 5;

/** Where somebody tries from: their address, and the browser they signed in with before. */
export interface Origin {
  readonly address: string;
  /** What a cookie of ours says; undefined for a browser nobody signed in with. */
  readonly device: string | undefined;
}

const named = (kind: string, what: string): string => `${kind} ${hashOf(what).toString('base64url')}`;
const ofAddress = ({ address }: Origin): string => named('address', networkOf(address));
const ofDevice = ({ device }: Origin): string[] => (device ? [named('device', device)] : []);

/** The places a sign-in makes known. */
export const placesOf = (origin: Origin): string[] => [ofAddress(origin), ...ofDevice(origin)];

/** What counts tries of an account at a place: the browser where it is known, for others may share its address. */
async function laneOf(
  database: Database,
  email: string,
  origin: Origin,
): Promise<{ key: string; known: boolean }> {
  if (await isKnown(database, email, ofDevice(origin)))
    return { key: `${email} ${ofDevice(origin)[0]}`, known: true };
  const known = await isKnown(database, email, [ofAddress(origin)]);
  return { key: `${email} ${networkOf(origin.address)}`, known };
}

export function resting(seconds: number): APIError {
  return new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'ACCOUNT_LOCKED', message: 'too many failed attempts', retryAfterSeconds: seconds },
    { 'retry-after': String(seconds) },
  );
}

/**
 * Counts a try to sign in before the password is looked at. What others guess from elsewhere never shuts an account: a
 * place nobody signed in from always has its first try, and one somebody did keeps all of its own.
 * @throws APIError while the account rests at this place
 */
export async function admitTry(
  database: Database,
  email: string,
  origin: Origin,
  now: Temporal.Instant,
  lockedOut: (failures: number) => Promise<void>,
): Promise<void> {
  const everywhere = await countTry(database, email, TRIES_PER_ACCOUNT, now);
  if (everywhere.failures === TRIES_PER_ACCOUNT && everywhere.lockedForSeconds === 0)
    await lockedOut(everywhere.failures);
  const { key, known } = await laneOf(database, email, origin);
  const guessed = everywhere.lockedForSeconds > 0;
  const allowed = guessed && !known ? TRIES_WHILE_GUESSED : TRIES_PER_PLACE;
  const here = await countTry(database, key, allowed, now);
  if (here.lockedForSeconds > 0) throw resting(here.lockedForSeconds);
  if (here.failures === allowed && !guessed) await lockedOut(here.failures);
}

/** What is forgotten once the right password came from there. */
export async function lanesOf(database: Database, email: string, origin: Origin): Promise<string[]> {
  return [email, (await laneOf(database, email, origin)).key];
}

/**
 * The lane of wrong codes: whoever is asked for one has the password, and each sign-in with it asks anew. All places nobody
 * signed in from are one, for there are as many addresses as a guesser pays for; a known browser keeps its own.
 */
async function codeLane(database: Database, email: string, origin: Origin): Promise<string> {
  const known = await isKnown(database, email, ofDevice(origin));
  return known ? `${email} code ${ofDevice(origin)[0]}` : `${email} code`;
}

/** Counts a code before it is looked at. @throws APIError while the account rests for such places */
export async function admitCode(
  database: Database,
  email: string,
  origin: Origin,
  now: Temporal.Instant,
  lockedOut: (failures: number) => Promise<void>,
): Promise<void> {
  const lane = await codeLane(database, email, origin);
  const { lockedForSeconds, failures } = await countTry(database, lane, TRIES_PER_PLACE, now);
  if (lockedForSeconds > 0) throw resting(lockedForSeconds);
  if (failures === TRIES_PER_PLACE) await lockedOut(failures);
}

/** What is forgotten once the right code came from there. */
export const codeLanesOf = async (database: Database, email: string, origin: Origin): Promise<string[]> => [
  await codeLane(database, email, origin),
];

export const inSession = (userId: string): string => `${userId} in session`;

/** The same for somebody who holds a session and is asked for the password again. @throws APIError */
export async function admitTryInSession(
  database: Database,
  userId: string,
  now: Temporal.Instant,
): Promise<void> {
  const { lockedForSeconds } = await countTry(database, inSession(userId), TRIES_IN_SESSION, now);
  if (lockedForSeconds > 0) throw resting(lockedForSeconds);
}
