const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * How large a ZIP says it is unpacked, by its directory (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT,
 * 4.3.12 and 4.3.16). Readers take exactly as much memory as the directory says.
 * @returns bytes; 0 where it is no ZIP
 */
export function unpackedSize(content: Uint8Array): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let end = content.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return 0;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  while (at + 46 <= content.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
