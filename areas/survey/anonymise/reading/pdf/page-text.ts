import { type Decode, decoderOf } from './fonts.ts';
import { Lexer } from './lexer.ts';
import type { PdfFile, PdfObject } from './objects.ts';
import {
  asArray,
  asDict,
  asName,
  asNumber,
  asOperator,
  asString,
  type PdfDict,
  type PdfValue,
} from './values.ts';

type Matrix = readonly [number, number, number, number, number, number];
const NONE: Matrix = [1, 0, 0, 1, 0, 0];
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** Letters that are shown in one go, and where. */
export interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
interface State {
  matrix: Matrix;
  font: Decode | undefined;
  leading: number;
}
/** So far apart, in thousandths of the size, letters are of two words. */
const WORD_GAP = -180;
const DEEPEST = 12;

/** Runs what a page draws, and keeps what it writes. */
export class PageText {
  readonly #file: PdfFile;
  readonly shown: Shown[] = [];
  /** Words that stand for what is drawn, in the drawing itself. */
  readonly spoken: string[] = [];
  /** Something was written in shapes whose letters nobody can tell. */
  mute = false;
  readonly #fonts = new Map<PdfValue, Decode>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  run(bytes: Buffer, resources: PdfDict, matrix: Matrix = NONE, depth = 0): void {
    const lexer = new Lexer(bytes.toString('latin1'));
    const saved: State[] = [];
    let state: State = { matrix, font: undefined, leading: 0 };
    let line: Matrix = NONE;
    let operands: PdfValue[] = [];
    const numbers = (): number[] => operands.map((each) => asNumber(each) ?? 0);
    const move = (x: number, y: number): void => {
      line = times([1, 0, 0, 1, x, y], line);
    };
    const show = (codes: string): void => {
      const text = state.font ? state.font(codes) : codes;
      if (text === undefined) this.mute = this.mute || codes.length > 0;
      else this.#show(text, times(line, state.matrix));
    };
    while (!lexer.ended) {
      const value = lexer.value();
      const operator = asOperator(value);
      if (operator === undefined) {
        operands.push(value);
        continue;
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers();
      switch (operator) {
        case 'q':
          saved.push({ ...state });
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state.matrix = times([a, b, c, d, e, f], state.matrix);
          break;
        case 'BT':
          line = NONE;
          break;
        case 'Tf':
          state.font = this.#font(asName(operands[0]) ?? '', resources);
          break;
        case 'TL':
          state.leading = a;
          break;
        case 'Td':
          move(a, b);
          break;
        case 'TD':
          state.leading = -b;
          move(a, b);
          break;
        case 'Tm':
          line = [a, b, c, d, e, f];
          break;
        case 'T*':
          move(0, -state.leading);
          break;
        case 'Tj':
          show(asString(operands[0]) ?? '');
          break;
        case "'":
        case '"':
          move(0, -state.leading);
          show(asString(operands.at(-1)) ?? '');
          break;
        case 'TJ':
          this.#parts(asArray(operands[0]) ?? [], state.font, times(line, state.matrix));
          break;
        case 'Do':
          this.#draw(asName(operands[0]) ?? '', resources, state.matrix, depth);
          break;
        case 'BDC':
        case 'DP':
          this.#spoken(operands[1], resources);
          break;
        case 'BI':
          this.#skipPicture(lexer, bytes);
          break;
        default:
          break;
      }
      operands = [];
    }
  }

  #show(text: string, [, , , , x, y]: Matrix): void {
    if (text !== '') this.shown.push({ text, x, y });
  }

  #parts(parts: readonly PdfValue[], font: Decode | undefined, at: Matrix): void {
    let text = '';
    for (const part of parts) {
      const codes = asString(part);
      if (codes === undefined) text += (asNumber(part) ?? 0) < WORD_GAP ? ' ' : '';
      else {
        const letters = font ? font(codes) : codes;
        if (letters === undefined) this.mute = true;
        text += letters ?? '';
      }
    }
    this.#show(text, at);
  }

  #font(name: string, resources: PdfDict): Decode | undefined {
    const value = this.#file.dict(resources['Font'])?.[name];
    const font = this.#file.dict(value);
    if (!font || value === undefined) return undefined;
    const known = this.#fonts.get(font as unknown as PdfValue);
    if (known) return known;
    const decode = decoderOf(this.#file, font);
    this.#fonts.set(font as unknown as PdfValue, decode);
    return decode;
  }

  #draw(name: string, resources: PdfDict, matrix: Matrix, depth: number): void {
    const form: PdfObject | undefined = this.#file.object(this.#file.dict(resources['XObject'])?.[name]);
    const dict = asDict(form?.value);
    if (!form || !dict || depth >= DEEPEST || asName(this.#file.resolve(dict['Subtype'])) !== 'Form') return;
    const bytes = this.#file.bytesOf(form);
    const own = (this.#file.array(dict['Matrix']) ?? NONE).map(
      (each) => asNumber(each) ?? 0,
    ) as unknown as Matrix;
    if (bytes)
      this.run(bytes, this.#file.dict(dict['Resources']) ?? resources, times(own, matrix), depth + 1);
  }

  #spoken(value: PdfValue | undefined, resources: PdfDict): void {
    const named = asName(value);
    const properties =
      named === undefined
        ? asDict(value)
        : this.#file.dict(this.#file.dict(resources['Properties'])?.[named]);
    for (const key of ['ActualText', 'Alt', 'E']) {
      const words = asString(this.#file.resolve(properties?.[key]));
      if (words) this.spoken.push(words);
    }
  }

  #skipPicture(lexer: Lexer, bytes: Buffer): void {
    const end = /\sEI(?=[\s]|$)/g;
    end.lastIndex = lexer.at;
    const found = end.exec(bytes.toString('latin1'));
    lexer.at = found ? found.index + 3 : bytes.length;
  }
}
