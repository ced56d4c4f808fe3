import type { Language } from './language.ts';

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
  readonly newId: () => string;
  readonly orgId: string;
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
}
