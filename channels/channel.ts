import type { z } from 'zod';
import type { Field } from '../kernel/form.ts';
import type { Bilingual, Language } from '../kernel/language.ts';

export interface Message {
  /** Stays the same when the message is sent again, so that a mailbox can show it once. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** All of it in a line or two, for a telephone's screen or to be read aloud. */
  readonly short: string;
  readonly language: Language;
  /** Where the provider tells how it went and passes answers on; undefined where nobody listens. */
  readonly callback: string | undefined;
  /** Where it is answered by a link; undefined where it asks for nothing. */
  readonly answerUrl: string | undefined;
  /** Of news to whoever subscribed: where a POST, whatever it says, ends it. Such news calls nobody. */
  readonly unsubscribeUrl?: string;
  /** An appointment (RFC 5546) that a mail program puts into a calendar; doors that carry no files leave it out. */
  readonly calendar?: Calendar;
}

export interface Calendar {
  readonly method: 'REQUEST' | 'CANCEL';
  /** RFC 5545, with the same method. */
  readonly content: string;
}

/** What the door on the other side said. Accepted is not delivered, and delivered is not seen. */
export type Delivery =
  | { readonly state: 'accepted'; readonly reference: string }
  | { readonly state: 'failed'; readonly reason: string; readonly tryAgain: boolean };

/**
 * What became of an answer somebody gave by key or reply: it stands in the record; it came when nobody waits for it any
 * more; it says nothing we asked.
 */
export type Taken = 'recorded' | 'over' | 'unknown';

/** What a provider calls us about afterwards. A machine that answers a call is nobody reached. */
export type Heard =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'reply'; readonly from: string; readonly text: string }
  /** A key was pressed that answers nothing. */
  | { readonly kind: 'wrongKey' }
  | { readonly kind: 'nothing' };

export interface Call {
  /** The address it called, exactly as we gave it. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly signature: string;
}

/** How a person is reached by a channel: one kind of line on their contact card. The card is drawn from this. */
export interface RouteKind {
  /** By which contact cards name it; it never changes, and no two channels share one. */
  readonly kind: string;
  readonly name: Bilingual;
  /** Its name where there is little room, as on paper. */
  readonly short: Bilingual;
  /** How its address is given: typed, or handed over by the device itself. */
  readonly input: 'email' | 'tel' | 'url' | 'text' | 'device';
  /** An address as it may look; empty where nobody types one. */
  readonly example: string;
  readonly address: z.ZodType<string>;
  /** What to do where an address does not fit. */
  readonly mend: Bilingual;
  /** Whoever gets a message can open a link in it, and so answer a test. */
  readonly opensLinks: boolean;
}

/** A door messages leave by. It describes itself; the console draws its form from that. */
export interface ChannelKind {
  readonly id: string;
  readonly name: Bilingual;
  /** Its name within a sentence. */
  readonly short: Bilingual;
  /** How people are reached by it. */
  readonly route: RouteKind;
  readonly help: Bilingual;
  readonly fields: readonly Field[];
  readonly settings: z.ZodObject;
  /** Which queue its messages wait in: doors that may hang for the same reason share one. */
  readonly lane: 'mail' | 'phone' | 'post';
  /** People send something back by it of their own accord. */
  readonly takesReplies?: true;
  /** Never throws for what the other side did; a thrown error is a defect of ours. */
  readonly deliver: (settings: Readonly<Record<string, unknown>>, message: Message) => Promise<Delivery>;
  /** Reads a call of the provider; undefined where its signature is not the provider's. */
  readonly hear?: (settings: Readonly<Record<string, unknown>>, call: Call) => Heard | undefined;
  /**
   * What the provider is answered, where that is more than nothing.
   * @param taken of a key or a reply; undefined where nobody at that number was asked anything
   */
  readonly answer?: (
    heard: Heard,
    taken: Taken | undefined,
  ) => { readonly type: string; readonly text: string };
}
