import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, the first day a ZIP knows: the same files give the same bytes. */
const FIRST_DAY = 0x0021;
const MOST = 0xffffffff;
const MOST_FILES = 0xffff;

/** What both heads of a file say of it, from its version on. */
function about(name: Buffer, content: Uint8Array, packed: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(DEFLATED, 4);
  head.writeUInt16LE(0, 6);
  head.writeUInt16LE(FIRST_DAY, 8);
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

const signed = (signature: number, ...rest: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, ...rest]);
};

/**
 * Files as a ZIP, in their order; the same files give the same bytes.
 * @throws RangeError where they are more than a ZIP without extensions holds
 */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, given] of files) {
    const content = typeof given === 'string' ? Buffer.from(given) : given;
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const head = about(name, content, packed);
    const local = signed(LOCAL, head, name, packed);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(VERSION);
    // No comment, first disk, no attributes; then where the file begins.
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    entries.push(signed(ENTRY, made, head, where, name));
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(entries);
  if (at + list.length > MOST || files.size > MOST_FILES) throw new RangeError('more than a ZIP holds');
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list, signed(END, end)]);
}
