import { inflateRawSync } from 'node:zlib';

/** What an entry says where its size or place stands elsewhere, in a ZIP of more than four gigabytes. */
const ELSEWHERE = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  /** Undefined where it cannot be read: encrypted, or packed in another way. */
  readonly bytes: Buffer | undefined;
}

const LARGEST = 200_000_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The files of a ZIP, by its list at the end; undefined where there is none.
 * @throws RangeError where the list is cut, or names fewer than it says: what was left out is never taken for clean
 */
export function readZip(bytes: Buffer): ZipEntry[] | undefined {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  const told = bytes.readUInt16LE(end + 10);
  while (entries.length < told) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new RangeError('a list that is cut');
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((each) => bytes.readUInt16LE(at + each)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    const local = bytes.readUInt32LE(at + 42);
    if (size === ELSEWHERE || local === ELSEWHERE) throw new RangeError('an entry of another kind');
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.push({
      name,
      bytes: encrypted ? undefined : unpacked(bytes.subarray(data, data + size), method),
    });
    at += 46 + nameSize + extraSize + commentSize;
  }
  // More than the list counts would be read by whoever goes on to its end.
  if (at + 4 <= bytes.length && bytes.readUInt32LE(at) === ENTRY) throw new RangeError('more than it counts');
  return entries;
}

function unpacked(packed: Buffer, method: number): Buffer | undefined {
  if (method === 0) return packed;
  return method === 8 ? inflateRawSync(packed, { maxOutputLength: LARGEST }) : undefined;
}
