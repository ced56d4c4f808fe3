import zlib from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** The files of a ZIP by their names (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16). */
export class Zip {
  readonly #content: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();

  constructor(content: Uint8Array) {
    this.#content = content;
    this.#view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    let end = content.length - 22;
    while (end >= 0 && this.#view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
    if (end < 0) return;
    let at = this.#view.getUint32(end + 16, true);
    while (at + 46 <= content.length && this.#view.getUint32(at, true) === DIRECTORY_ENTRY) {
      const [name, extra, comment] = [28, 30, 32].map((field) => this.#view.getUint16(at + field, true));
      const written = new TextDecoder().decode(content.subarray(at + 46, at + 46 + (name ?? 0)));
      const label = written.replace(/^\//, '');
      const path = label.toLowerCase();
      // Programs differ in which of two files of one name they show: nobody knows what was meant.
      if (this.#entries.has(path)) throw new RangeError('two files of one name');
      this.#entries.set(path, {
        name: label,
        method: this.#view.getUint16(at + 10, true),
        sum: this.#view.getUint32(at + 16, true),
        packed: this.#view.getUint32(at + 20, true),
        unpacked: this.#view.getUint32(at + 24, true),
        at: this.#view.getUint32(at + 42, true),
      });
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
  }

  /** Whether it is one at all. */
  get isZip(): boolean {
    return this.#entries.size > 0;
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  /** How large all of it is unpacked, by what the directory says; no file may be larger than it says. */
  get unpackedSize(): number {
    return [...this.#entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  }

  /**
   * @returns undefined where there is no such file
   * @throws RangeError where it is packed in another way, or is not what was packed
   */
  text(name: string): string | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const [label, extra] = [26, 28].map((field) => this.#view.getUint16(entry.at + field, true));
    const from = entry.at + 30 + (label ?? 0) + (extra ?? 0);
    const packed = this.#content.subarray(from, from + entry.packed);
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new RangeError('another way of packing');
    const bytes =
      entry.method === STORED
        ? packed
        : zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    if (zlib.crc32(bytes) !== entry.sum) throw new RangeError('not what was packed');
    return new TextDecoder().decode(bytes);
  }
}
