import { withoutPlace } from '../../../kernel/pictures/without-place.ts';
import { MARK_TYPES, type MarkType } from './schema.ts';

/** A mark as it is kept: by its content alone, and without what else a picture says; undefined for anything else. */
export function markOf(bytes: Uint8Array): { type: MarkType; bytes: Uint8Array } | undefined {
  const picture = withoutPlace(bytes);
  const type = MARK_TYPES.find((each) => each === picture?.type);
  return picture && type && { type, bytes: picture.bytes };
}
