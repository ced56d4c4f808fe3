import { z } from 'zod';
import type { PackageKind } from './kind.ts';
import { KIND_WORDS } from './words.ts';

/** A kind whose packages are kept as they came, for people to read; nothing else follows from one. */
const kept = (name: keyof typeof KIND_WORDS): PackageKind => ({
  name,
  words: KIND_WORDS[name],
  payload: z.record(z.string(), z.unknown()),
  byHand: true,
  accept: async () => {},
});

/** What two organisations tell each other about a report, until a thing of its own answers for it. */
export const OPEN_KINDS: readonly PackageKind[] = [
  kept('report'),
  kept('follow-up'),
  kept('question'),
  kept('answer'),
  kept('verdict'),
];
