import type { Language } from './language.ts';
import type { When } from './time.ts';

/** Who acts. `id` is what the ledger keeps; names and addresses stay in tables, so that they can be erased. */
export interface Actor {
  readonly kind: 'person' | 'key' | 'source' | 'link' | 'system';
  readonly id: string;
  /** The person behind the act, where there is one: the owner of a key, the addressee of a link. */
  readonly personId: string | undefined;
  /** The sign-in session it came by, where it did. */
  readonly sessionId?: string | undefined;
  readonly permissions: ReadonlySet<string>;
  /** An outside party sees only what was shared with it. */
  readonly outside: boolean;
}

/** Everything an act may know about its surroundings. Clock and chance are handed in, never asked for. */
export interface Caller {
  readonly now: Temporal.Instant;
  /** When what is recorded happened, where that is not now: it is entered afterwards. */
  readonly happened?: When | undefined;
  readonly newId: () => string;
  readonly orgId: string;
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * The person who answers for an act, whether it came by a session, a key or a link; undefined for Sonae itself. Whoever
 * compares two acts compares this, never what they came by: one person with a key and a browser is one person.
 */
export const personOf = ({ personId }: Actor): string | undefined => personId;

/** By whom a thing says it was done: a person, or the key or link they did it with, which names them (`namesBehind`). */
export const byOf = ({ id }: Actor): string => id;
