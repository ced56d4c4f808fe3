import { z } from 'zod';

/** What content can be; anything else is a file that is only downloaded. */
export const ATTACHMENT_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
  'application/octet-stream',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** Shown within a page; everything else is only handed out to be kept. */
export const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(type);

/** One file, and all files of one incident together. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
export const LARGEST_INCIDENT_BYTES = 200 * 1024 * 1024;
/** Of a picture: whoever opens the room holds all of them, however few bytes say them. Cameras have as many. */
export const MOST_PIXELS = 100_000_000;

/** Beside a file, in the address: a longer text is a line of its own. */
export const LONGEST_NOTE = 1_000;

/** What is said of a file beside its bytes. */
export const attaching = z.object({
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().max(LONGEST_NOTE).default(''),
  /** Made by whoever sends it: sent again after a lost answer, it is one file all the same. */
  clientId: z.uuid().optional(),
});
export type Attaching = z.output<typeof attaching>;
