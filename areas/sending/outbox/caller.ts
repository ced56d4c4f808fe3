import type { Message } from '../../../channels/channel.ts';
import type { Tx } from '../../../database/transaction.ts';
import type { LinkKind } from '../links/schema.ts';
import type { MessageRow, Purpose } from './schema.ts';

/** A message put into words; where it goes and where its provider calls back is added by whoever sends it. */
export type Composed = Omit<Message, 'id' | 'to' | 'callback'>;

/** What became of a message, told in the transaction in which it did. */
export type Turn =
  | { readonly event: 'hold' | 'fail' | 'withdraw'; readonly reason: string }
  /** bundled: so many others went with it in one message. */
  | { readonly event: 'accept'; readonly bundled: number }
  | { readonly event: 'deliver' | 'see' };

/**
 * Whoever answers for the messages of one purpose. Sending knows none of them by name: they stand in one list, and each
 * is asked about its own and told of its turns.
 */
export interface Caller {
  readonly purpose: Purpose;
  /** By which its messages are answered. */
  readonly link: LinkKind;
  /** Locks what it is about. @returns why it is not to leave any more; undefined where it is */
  readonly lapsed: (tx: Tx, message: MessageRow) => Promise<string | undefined>;
  /** @returns undefined where nobody is left to write to */
  readonly compose: (
    tx: Tx,
    message: MessageRow,
    others: readonly MessageRow[],
  ) => Promise<Composed | undefined>;
  readonly turned: (tx: Tx, message: MessageRow, turn: Turn) => Promise<void>;
  /** Somebody answered without opening a link: by a key or by a text message. @returns how many it answered */
  readonly answered?: (tx: Tx, message: MessageRow, by: 'key' | 'sms') => Promise<number>;
  /** Where what goes to one address within a while goes out as one message. */
  readonly gather?: {
    readonly windowSeconds: (tx: Tx, sentWithinHour: number) => Promise<number>;
    /** Which of those that wait for the same address still matter; looked at without locking. */
    readonly stillWanted: (tx: Tx, waiting: readonly MessageRow[]) => Promise<MessageRow[]>;
  };
}

/** Everybody who sends, by the name of their purpose. */
export type Callers = Readonly<Record<string, Caller>>;

export function callerOf(callers: Callers, { purpose }: Pick<MessageRow, 'purpose'>): Caller {
  const caller = callers[purpose];
  if (!caller) throw new Error(`nobody answers for messages of purpose ${purpose}`);
  return caller;
}
