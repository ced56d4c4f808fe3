/** What a mark can be. A drawing in SVG may hold scripts and addresses, and is none. */
export const MARK_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type MarkType = (typeof MARK_TYPES)[number];
export const LARGEST_MARK_BYTES = 256 * 1024;
