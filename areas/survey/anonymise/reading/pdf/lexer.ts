import { asOperator, type PdfDict, type PdfValue } from './values.ts';

const isBlank = (code: number): boolean =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;
const DELIMITERS = new Set([...'()<>[]{}/%'].map((each) => each.charCodeAt(0)));
const isRegular = (code: number): boolean => !Number.isNaN(code) && !isBlank(code) && !DELIMITERS.has(code);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values of a PDF from its bytes, one after the other. */
export class Lexer {
  readonly #source: string;
  at: number;

  constructor(source: string, at = 0) {
    this.#source = source;
    this.at = at;
  }

  get ended(): boolean {
    this.blanks();
    return this.at >= this.#source.length;
  }

  blanks(): void {
    for (;;) {
      const code = this.#source.charCodeAt(this.at);
      if (isBlank(code)) this.at += 1;
      else if (code === 0x25) {
        while (this.at < this.#source.length && !/[\r\n]/.test(this.#source[this.at] ?? '')) this.at += 1;
      } else return;
    }
  }

  /** A value, or an operator; references are put together where two numbers and an R follow each other. */
  value(): PdfValue {
    this.blanks();
    const letter = this.#source[this.at] ?? '';
    if (letter === '(') return { bytes: this.#literal() };
    if (letter === '/') return { name: this.#name() };
    if (letter === '[') return this.#array();
    if (letter === '<')
      return this.#source[this.at + 1] === '<' ? { dict: this.#dict() } : { bytes: this.#hex() };
    const from = this.at;
    while (isRegular(this.#source.charCodeAt(this.at))) this.at += 1;
    if (this.at === from) {
      this.at += 1;
      return { operator: letter };
    }
    return this.#word(this.#source.slice(from, this.at));
  }

  #word(word: string): PdfValue {
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) {
      const reference = /^\d+$/.test(word)
        ? /^\s+\d+\s+R(?![\w])/.exec(this.#source.slice(this.at, this.at + 24))
        : null;
      if (!reference) return Number(word);
      this.at += reference[0].length;
      return { ref: Number(word) };
    }
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { operator: word };
  }

  #name(): string {
    const from = ++this.at;
    while (isRegular(this.#source.charCodeAt(this.at))) this.at += 1;
    return this.#source
      .slice(from, this.at)
      .replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #array(): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    while (!this.ended && this.#source[this.at] !== ']') values.push(this.value());
    this.at += 1;
    return values;
  }

  #dict(): PdfDict {
    this.at += 2;
    const dict: Record<string, PdfValue> = {};
    while (!this.ended && !this.#source.startsWith('>>', this.at)) {
      if (this.#source[this.at] !== '/') {
        // No dictionary after all: bytes that look like one.
        if (asOperator(this.value()) !== undefined) break;
        continue;
      }
      dict[this.#name()] = this.value();
    }
    this.at += 2;
    return dict;
  }

  #hex(): string {
    const end = this.#source.indexOf('>', this.at);
    const digits = this.#source.slice(this.at + 1, end < 0 ? undefined : end).replace(/[^\da-fA-F]/g, '');
    this.at = end < 0 ? this.#source.length : end + 1;
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1');
  }

  #literal(): string {
    let text = '';
    let depth = 0;
    for (this.at += 1; this.at < this.#source.length; this.at++) {
      const letter = this.#source[this.at] ?? '';
      if (letter === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.#source.slice(this.at + 1, this.at + 4))?.[0];
        if (octal) {
          text += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
          this.at += octal.length;
          continue;
        }
        this.at += 1;
        const next = this.#source[this.at] ?? '';
        if (next === '\r' && this.#source[this.at + 1] === '\n') this.at += 1;
        text += next === '\r' || next === '\n' ? '' : (ESCAPES[next] ?? next);
        continue;
      }
      if (letter === '(') depth += 1;
      if (letter === ')' && depth-- === 0) break;
      text += letter;
    }
    this.at += 1;
    return text;
  }
}
