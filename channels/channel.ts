import type { z } from 'zod';
import type { Field } from '../kernel/form.ts';
import type { Bilingual } from '../kernel/language.ts';

export interface Message {
  /** Stays the same when the message is sent again, so that a mailbox can show it once. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What the door on the other side said. Accepted is not delivered, and delivered is not seen. */
export type Delivery =
  | { readonly state: 'accepted'; readonly reference: string }
  | { readonly state: 'failed'; readonly reason: string; readonly tryAgain: boolean };

/** A door messages leave by. It describes itself; the console draws its form from that. */
export interface ChannelKind {
  readonly id: string;
  readonly name: Bilingual;
  readonly help: Bilingual;
  readonly fields: readonly Field[];
  readonly settings: z.ZodObject;
  /** Never throws for what the other side did; a thrown error is a defect of ours. */
  readonly deliver: (settings: Readonly<Record<string, unknown>>, message: Message) => Promise<Delivery>;
}
