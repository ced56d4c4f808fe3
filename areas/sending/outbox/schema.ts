/** How a message stands. Each means one thing: accepted is what a provider said, and nobody has it yet by that. */
export const STATES = [
  'queued',
  /** It cannot leave: its channel is not set up, or nobody can write to its address. */
  'held',
  'sending',
  'accepted',
  'delivered',
  'seen',
  'acknowledged',
  'failed',
  /** What it was about was settled before it left. */
  'withdrawn',
  /** Told by hand: by telephone or letter, or come back. */
  'reached',
  'returned',
] as const;
export type State = (typeof STATES)[number];

/** What happens to a message. */
export const EVENTS = [
  /** A worker hands it over. */
  'claim',
  'hold',
  /** Its channel was set up. */
  'release',
  'accept',
  /** It could not be handed over just now. */
  'postpone',
  'fail',
  'deliver',
  'see',
  'acknowledge',
  'withdraw',
  'reach',
  'return',
  /** Somebody wants it sent once more. */
  'resend',
] as const;
export type MessageEvent = (typeof EVENTS)[number];

/** Which queue a message waits in: what calls people overtakes what tells them, and no door holds up another. */
export const LANES = ['mail', 'phone', 'post'] as const;
export type Lane = (typeof LANES)[number];

/** What messages are for. Whoever sends declares one; who answers for it stands in the list of callers. */
export interface Purpose {
  readonly name: string;
  readonly urgent: boolean;
}

export interface MessageRow {
  readonly id: string;
  readonly purpose: string;
  /** What whoever sends it calls it; empty where all of a purpose are alike. */
  readonly kind: string;
  /** What it is about, by the id or key whoever sends it knows it by. */
  readonly about: string;
  readonly incidentId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly language: 'ja' | 'en';
  readonly channel: string;
  readonly urgent: boolean;
  /** Empty where it is put into words when it leaves. */
  readonly subject: string;
  readonly text: string;
  readonly state: State;
  readonly reason: string;
  readonly tries: number;
  /** The message that carries this one; its own id where it carries others. */
  readonly bundleId: string | null;
  readonly madeAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  /** What was answered by its link, or noted by hand. */
  readonly answer: string;
}

/** What whoever sends says of a message. */
export type NewMessage = Pick<MessageRow, 'about' | 'name' | 'address' | 'language' | 'channel'> &
  Partial<Pick<MessageRow, 'id' | 'kind' | 'incidentId' | 'personId' | 'subject' | 'text'>> & {
    /** What makes it the same as another: there is one of each purpose, however often it is put. */
    readonly once?: string | undefined;
    /** Why it cannot leave by itself: somebody has to tell them by other means. */
    readonly held?: string | undefined;
    /** Not before; at once unless told. */
    readonly leavesAt?: Temporal.Instant | undefined;
    /** What it is about is told to somebody for the first time: it overtakes what is told again. */
    readonly first?: boolean;
  };
