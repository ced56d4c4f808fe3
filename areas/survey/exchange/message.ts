import { z } from 'zod';
import type { PackageKind } from './kind.ts';
import { KIND_WORDS } from './words.ts';

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 50_000;

/** What one organisation writes to another, with files where it has any: kept as it came, for people to read. */
export const message: PackageKind = {
  name: 'message',
  words: KIND_WORDS.message,
  payload: z.strictObject({
    title: z.string().trim().max(LONGEST_TITLE).default(''),
    text: z.string().trim().max(LONGEST_TEXT).default(''),
  }),
  byHand: true,
  forSenders: true,
  accept: async () => {},
};
