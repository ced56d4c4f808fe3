import { decoded } from './filters.ts';
import { Lexer } from './lexer.ts';
import { asArray, asDict, asName, asNumber, asRef, type PdfDict, type PdfValue } from './values.ts';

export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** Its bytes as they lie in the file. */
  readonly stream?: Buffer;
}

const OBJECT = /(?<![\d])(\d{1,10})\s+\d{1,5}\s+obj(?![a-z])/g;

/** Every object that lies in a PDF, those a later edition has replaced too: they can still be read. */
export class PdfFile {
  readonly #source: string;
  readonly #bytes: Buffer;
  readonly all: PdfObject[] = [];
  readonly #latest = new Map<number, PdfObject>();
  readonly unread: string[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#source = bytes.toString('latin1');
    this.#find();
    for (const object of [...this.all]) this.#unpack(object);
  }

  get encrypted(): boolean {
    return (
      this.all.some(({ value }) => asDict(value)?.['Encrypt'] !== undefined) ||
      /trailer\s*<<[\s\S]*?\/Encrypt[\s\d<]/.test(this.#source)
    );
  }

  get trailers(): PdfValue[] {
    return [...this.#source.matchAll(/trailer\s*(?=<<)/g)].map((match) =>
      new Lexer(this.#source, match.index + match[0].length).value(),
    );
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let here = value;
    for (let steps = 0; steps < 32; steps++) {
      const ref = asRef(here);
      if (ref === undefined) return here;
      here = this.#latest.get(ref)?.value;
    }
    return undefined;
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    return asDict(this.resolve(value));
  }

  array(value: PdfValue | undefined): readonly PdfValue[] | undefined {
    return asArray(this.resolve(value));
  }

  object(value: PdfValue | undefined): PdfObject | undefined {
    const ref = asRef(value);
    return ref === undefined ? undefined : this.#latest.get(ref);
  }

  /** What a stream holds; undefined for pictures and for what could not be read, which is noted. */
  bytesOf(object: PdfObject): Buffer | undefined {
    const dict = asDict(object.value);
    if (!object.stream || !dict) return undefined;
    try {
      const plain = Object.fromEntries(
        ['Filter', 'DecodeParms', 'F', 'DP'].map((key) => [key, this.resolve(dict[key])]),
      );
      const bytes = decoded(object.stream, {
        ...plain,
        ...(asName(plain['F']) === undefined && { F: undefined }),
      });
      if (bytes === undefined) this.unread.push(`object ${object.number}`);
      return bytes === 'picture' ? undefined : bytes;
    } catch (error) {
      this.unread.push(`object ${object.number}: ${(error as Error).message}`);
      return undefined;
    }
  }

  #keep(object: PdfObject): void {
    this.all.push(object);
    this.#latest.set(object.number, object);
  }

  #find(): void {
    OBJECT.lastIndex = 0;
    for (let match = OBJECT.exec(this.#source); match; match = OBJECT.exec(this.#source)) {
      const lexer = new Lexer(this.#source, OBJECT.lastIndex);
      const value = lexer.value();
      lexer.blanks();
      const opens = /^stream(?:\r\n|\n|\r)?/.exec(this.#source.slice(lexer.at, lexer.at + 8));
      const dict = asDict(value);
      if (opens && dict) {
        const from = lexer.at + opens[0].length;
        const to = this.#endOf(from, dict);
        this.#keep({ number: Number(match[1]), value, stream: this.#bytes.subarray(from, to) });
        OBJECT.lastIndex = to;
      } else {
        this.#keep({ number: Number(match[1]), value });
        OBJECT.lastIndex = lexer.at;
      }
    }
  }

  #endOf(from: number, dict: PdfDict): number {
    const told = asNumber(dict['Length']) ?? asNumber(this.resolve(dict['Length']));
    if (told !== undefined && /^\s*endstream/.test(this.#source.slice(from + told, from + told + 16)))
      return from + told;
    const end = this.#source.indexOf('endstream', from);
    return end < 0 ? this.#source.length : end;
  }

  /** Objects that lie together in a stream. */
  #unpack(object: PdfObject): void {
    const dict = asDict(object.value);
    if (!dict || asName(dict['Type']) !== 'ObjStm') return;
    const bytes = this.bytesOf(object);
    if (!bytes) return;
    const source = bytes.toString('latin1');
    const first = asNumber(this.resolve(dict['First'])) ?? 0;
    const head = new Lexer(source);
    for (let n = asNumber(this.resolve(dict['N'])) ?? 0; n > 0; n--) {
      const [number, offset] = [asNumber(head.value()), asNumber(head.value())];
      if (number === undefined || offset === undefined) return;
      this.#keep({ number, value: new Lexer(source, first + offset).value() });
    }
  }
}
