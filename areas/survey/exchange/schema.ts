import { z } from 'zod';
import { timedCursor } from '../../../kernel/cursor.ts';
import { givenId } from '../../../kernel/ids.ts';
import { PACKAGE_DOORS } from '../terms/words.ts';

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
  /** Not before anything of ours was: what no calendar of the store has is no time. */
  madeAt: z.iso.datetime().refine((at) => at >= '2000'),
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

/** How a package that was sent stands. Receipted and refused are what the recipient signed. */
export const SENT_STATES = ['queued', 'sending', 'by-hand', 'delivered', 'receipted', 'refused'] as const;
export type SentState = (typeof SENT_STATES)[number];

export const SENT_EVENTS = ['claim', 'postpone', 'deliver', 'receipt', 'refuse', 'repeat'] as const;
export type SentEvent = (typeof SENT_EVENTS)[number];

export const PEER_STATES = ['unconfirmed', 'pinned', 'revoked'] as const;
export type PeerState = (typeof PEER_STATES)[number];

/** By which door a package came: the network, or somebody with a file. */
export const DOORS = PACKAGE_DOORS;
export type Door = (typeof DOORS)[number];

/** How much a card may be with the mail around it. */
const LONGEST_CARD = 100_000;

export const newPeer = z.object({
  card: z.string().trim().min(1).max(LONGEST_CARD),
  /** Its address is inside our own network, and is meant. */
  allowInner: z.boolean().default(false),
  /** The office by which packages go to it. */
  via: givenId.nullable().default(null),
});
export type NewPeer = z.output<typeof newPeer>;

/** The fingerprint as it was read out by the other organisation. */
export const comparison = z.object({ fingerprint: z.string().trim().min(1).max(100) });

export const outgoing = z.object({
  peerId: givenId,
  kind: kindName,
  payload: z.record(z.string(), z.unknown()).default({}),
  inReplyTo: givenId.nullable().default(null),
  attachments: z
    .array(z.object({ name: attachmentName, type: attachmentType, content: z.base64() }))
    .max(MOST_ATTACHMENTS)
    .default([]),
});
export type Outgoing = z.output<typeof outgoing>;

export const ownCard = z.object({
  /** Null until a key was made. */
  card: z.string().nullable(),
  fingerprint: z.string().nullable(),
  address: z.string(),
});

export const peerView = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  fingerprint: z.string(),
  state: z.enum(PEER_STATES),
  /** The fingerprint of another key that waits to be compared. */
  offered: z.string().nullable(),
  allowInner: z.boolean(),
  via: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});
export type PeerView = z.infer<typeof peerView>;

const listed = {
  id: z.string(),
  peerId: z.string(),
  peer: z.string(),
  kind: z.string(),
  number: z.number(),
  bytes: z.number(),
  inReplyTo: z.string().nullable(),
  madeAt: z.string(),
};
export const sentView = z.object({
  ...listed,
  state: z.enum(SENT_STATES),
  reason: z.string(),
  tries: z.number(),
  changedAt: z.string(),
});
export type SentView = z.infer<typeof sentView>;
export const receivedView = z.object({
  ...listed,
  outcome: z.enum(['taken', 'refused']),
  reason: z.string(),
  /** The office that passed it on, by name. */
  via: z.string().nullable(),
  receivedAt: z.string(),
});
export type ReceivedView = z.infer<typeof receivedView>;
export const refusedView = z.object({
  id: z.string(),
  reason: z.string(),
  detail: z.string(),
  sender: z.string(),
  packageId: z.string().nullable(),
  door: z.enum(DOORS),
  times: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
});
export type RefusedView = z.infer<typeof refusedView>;

/** What a package says, for somebody who reads it. */
export const contentView = z.object({
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
  attachments: z.array(listedAttachment),
});

export const packageFilter = z.object({
  before: timedCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PackageFilter = z.infer<typeof packageFilter>;
