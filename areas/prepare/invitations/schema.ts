import { z } from 'zod';
import { newPerson } from '../contacts/schema.ts';

/** Whom one invites: an emergency account is made on purpose, not invited. */
export const guest = newPerson.omit({ breakGlass: true });
export type Guest = z.infer<typeof guest>;

/** One press sends no more: each is a mail. */
export const MOST_GUESTS = 500;
export const guestList = z.object({ people: z.array(guest).min(1).max(MOST_GUESTS) });

export const invitationSent = z.object({
  personId: z.string(),
  /** Whether a mail goes out; where no mail server is set up, the link is to be handed over. */
  mailed: z.boolean(),
  link: z.string().nullable(),
});
export type InvitationSent = z.infer<typeof invitationSent>;

export const invitationView = z.object({
  personId: z.string(),
  until: z.string(),
  mail: z.enum(['waiting', 'held', 'sent', 'failed']).nullable(),
});

/** A table somebody was handed by personnel: who is to be invited. */
export const guestFile = z.object({
  format: z.enum(['csv', 'xlsx']),
  /** The file as it is, base64. */
  content: z.base64().max(2_000_000),
});
export const GUEST_CHANGES = ['invite', 'resend', 'none'] as const;
export const guestRow = z.object({
  row: z.number(),
  person: guest.nullable(),
  /** As it was written, for whoever looks for the row. */
  name: z.string(),
  email: z.string(),
  change: z.enum(GUEST_CHANGES).nullable(),
  faults: z.array(z.string()),
});
export type GuestRow = z.infer<typeof guestRow>;
