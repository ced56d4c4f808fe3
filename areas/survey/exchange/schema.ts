import { z } from 'zod';

/** The one version of the format that is written; others are refused by name. */
export const VERSION = 1;

const MEGABYTE = 1024 * 1024;
/** A whole file. One package may carry another, which grows by a third each time. */
export const LARGEST_PACKAGE = 24 * MEGABYTE;
/** The line that says what it is, with the payload. */
export const LARGEST_ENVELOPE = 4 * MEGABYTE;
/** Files that one package carries, together. */
export const MOST_ATTACHED_BYTES = 16 * MEGABYTE;
/** What somebody may attach: less, so that an office can still wrap it. */
export const MOST_SENT_BYTES = 8 * MEGABYTE;
export const MOST_ATTACHMENTS = 20;
/** Nothing of ours lies deeper or has more parts; what is sent may. */
export const DEEPEST = 32;
export const MOST_PARTS = 100_000;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** The first half of a key's SHA-256, without the spaces people read it in. */
const keyPrint = z.string().regex(/^[0-9a-f]{32}$/);
/** One line, as a name has. */
const oneLine = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]+$/u);

export const attachmentName = oneLine(200);
export const attachmentType = z.string().regex(/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/);
const listedAttachment = z.strictObject({
  name: attachmentName,
  type: attachmentType,
  sha256,
  bytes: z.int().min(0).max(MOST_ATTACHED_BYTES),
});
export type ListedAttachment = z.infer<typeof listedAttachment>;

export const kindName = z.string().regex(/^[a-z][a-z-]{0,39}$/);

/** What the signature covers. Numbers run for each pair, so that a missing one is seen; a receipt is beside them. */
export const envelope = z.strictObject({
  id: z.uuid(),
  kind: kindName,
  sender: z.strictObject({ id: z.uuid(), name: oneLine(200), key: keyPrint }),
  recipient: z.strictObject({ id: z.uuid(), name: oneLine(200) }),
  madeAt: z.iso.datetime(),
  number: z.int().min(0),
  /** Hash of the one before; empty where there is none. */
  previous: z.union([sha256, z.literal('')]),
  inReplyTo: z.uuid().nullable(),
  payload: z.record(z.string(), z.unknown()),
  attachments: z.array(listedAttachment).max(MOST_ATTACHMENTS),
});
export type Envelope = z.infer<typeof envelope>;

/** What a receipt says: which package it was, by hash, and whether it was taken. */
export const receiptPayload = z.strictObject({
  hash: sha256,
  receivedAt: z.iso.datetime(),
  outcome: z.enum(['taken', 'refused']),
  /** Why, where it was refused; a word of `REFUSALS` or what the recipient asked for. */
  reason: z.string().max(2_000),
});
export type ReceiptPayload = z.infer<typeof receiptPayload>;

/** What an organisation hands out once, so that others know its packages; `address` is empty where no network leads to it. */
export const card = z.strictObject({
  id: z.uuid(),
  name: oneLine(200),
  address: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type Card = z.infer<typeof card>;
