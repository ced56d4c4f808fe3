const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/** Which way up a picture is, by its EXIF; 1 where it says nothing that can be read. @param tiff the EXIF from its byte order on */
export function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return UPRIGHT;
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return UPRIGHT;
  const count = view.getUint16(first, little);
  for (let i = 0; i < count; i += 1) {
    const at = first + 2 + i * 12;
    if (at + 12 > tiff.length) return UPRIGHT;
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const turned = view.getUint16(at + 8, little);
    return turned >= 1 && turned <= 8 ? turned : UPRIGHT;
  }
  return UPRIGHT;
}

/** EXIF that says which way up a picture is and nothing else. */
export const onlyOrientation = (turned: number): Uint8Array =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8], // big end first; its one table begins at 8
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0], // one entry: a short
    ...[0, 0, 0, 0], // no further table
  );

/** Whether nothing needs to be said. */
export const isUpright = (turned: number): boolean => turned === UPRIGHT;
