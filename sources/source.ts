import type { z } from 'zod';
import type { Field } from '../kernel/form.ts';
import type { Bilingual } from '../kernel/language.ts';

/** One alert as every source hands it over. Texts are kept exactly as written; times are instants or unknown. */
export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: 'firing' | 'resolved';
  readonly title: string;
  readonly severity: string;
  readonly url: string;
  readonly startsAt: Temporal.Instant | undefined;
  /** After this time without a repeat the source itself would call it over; we call it silent. */
  readonly expiresAt: Temporal.Instant | undefined;
  /** What is odd about it. It is taken all the same: an alarm that names itself is never refused. */
  readonly remarks?: readonly Bilingual[] | undefined;
}

/** An element of a batch that could not be taken, and why. */
export interface Rejected {
  readonly index: number;
  readonly reason: Bilingual;
}

export interface Parsed {
  readonly alerts: readonly Alert[];
  readonly rejected: readonly Rejected[];
  /** What is odd about the whole of it, such as alerts that the sender left out. */
  readonly remarks?: readonly Bilingual[] | undefined;
}

/** Text for a file or a terminal, to be copied as it stands. */
export interface SetUpText {
  readonly title: Bilingual;
  readonly text: string;
}

/** A door signals come in by. It describes itself; the console draws its form and its set-up help from that. */
export interface SourceKind {
  readonly id: string;
  readonly name: Bilingual;
  readonly help: Bilingual;
  readonly fields: readonly Field[];
  readonly settings: z.ZodObject;
  /** Where senders post to, below the server's address. */
  readonly paths: readonly string[];
  /** What to put into the sender's configuration, and what tries it from a terminal. `key` is the source's secret. */
  readonly setUp: (baseUrl: string, key: string) => readonly SetUpText[];
  /**
   * Reads a body. The good alerts are taken even when others are not.
   * @throws Fault `malformed` when nothing of it can be read
   */
  readonly parse: (
    body: string,
    settings: Readonly<Record<string, unknown>>,
    now: Temporal.Instant,
  ) => Parsed;
}
