import { z } from 'zod';

/** What a mark can be. A drawing in SVG may hold scripts and addresses, and is none. */
export const MARK_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type MarkType = (typeof MARK_TYPES)[number];
export const LARGEST_MARK_BYTES = 256 * 1024;
/** In pixels, of each side. */
export const LARGEST_MARK_SIDE = 2_048;

/** The hash of the mark that was read, so that nobody replaces another's unseen; left out where there was none. */
export const markSeen = z.object({ seen: z.string().max(64).default('') });
