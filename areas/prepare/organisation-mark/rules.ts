import type { Size } from '../../../kernel/pictures/size.ts';
import { withoutPlace } from '../../../kernel/pictures/without-place.ts';
import { LARGEST_MARK_SIDE, MARK_TYPES, type MarkType } from './schema.ts';

interface Mark {
  readonly type: MarkType;
  readonly bytes: Uint8Array;
  readonly size: Size;
}

/** A mark as it is kept: by its content alone, and without what else a picture says; undefined for anything else. */
export function markOf(bytes: Uint8Array): Mark | undefined {
  const picture = withoutPlace(bytes);
  const type = MARK_TYPES.find((each) => each === picture?.type);
  return picture && type && { ...picture, type };
}

/** Everybody who opens the status page holds all of its pixels. */
export const isTooWide = ({ width, height }: Size): boolean => Math.max(width, height) > LARGEST_MARK_SIDE;
