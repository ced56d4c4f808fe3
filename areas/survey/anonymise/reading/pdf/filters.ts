import { inflateSync } from 'node:zlib';
import { asArray, asDict, asName, asNumber, type PdfDict, type PdfValue } from './values.ts';

const LARGEST = 400_000_000;

/** Rows that tell how each byte differs from what stands before or above it (PNG). */
function unpredicted(bytes: Buffer, parameters: PdfDict): Buffer {
  if ((asNumber(parameters['Predictor']) ?? 1) < 10) return bytes;
  const columns = asNumber(parameters['Columns']) ?? 1;
  const size = Math.ceil(
    ((asNumber(parameters['Colors']) ?? 1) * (asNumber(parameters['BitsPerComponent']) ?? 8)) / 8,
  );
  const width = columns * size;
  const rows = Math.floor(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let i = 0; i < width; i++) {
      const at = row * width + i;
      const left = i >= size ? (out[at - size] ?? 0) : 0;
      const up = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && i >= size ? (out[at - width - size] ?? 0) : 0;
      const guess = left + up - corner;
      const paeth = [left, up, corner].reduce(
        (best, each) => (Math.abs(guess - each) < Math.abs(guess - best) ? each : best),
        left,
      );
      const before = [0, left, up, (left + up) >> 1, paeth][kind] ?? 0;
      out[at] = ((bytes[row * (width + 1) + 1 + i] ?? 0) + before) & 0xff;
    }
  }
  return out;
}

function fromAscii85(text: string): Buffer {
  const bytes: number[] = [];
  const digits = text.replace(/\s|~>[\s\S]*$/g, '').replaceAll('z', '!!!!!');
  for (let at = 0; at < digits.length; at += 5) {
    const group = digits.slice(at, at + 5);
    const value = [...group.padEnd(5, 'u')].reduce((sum, each) => sum * 85 + each.charCodeAt(0) - 33, 0);
    for (let i = 0; i < group.length - 1; i++) bytes.push(Math.floor(value / 256 ** (3 - i)) & 0xff);
  }
  return Buffer.from(bytes);
}

const IMAGES = /^(?:DCT|JPX|CCITTFax|JBIG2)/;

/** The bytes of a stream without its filters; 'picture' for what only a decoder of pictures reads, undefined for what cannot be read. */
export function decoded(bytes: Buffer, dict: PdfDict): Buffer | 'picture' | undefined {
  const one = (value: PdfValue | undefined): readonly PdfValue[] =>
    value === undefined ? [] : (asArray(value) ?? [value]);
  const filters = one(dict['Filter'] ?? dict['F']).map((each) => asName(each) ?? '');
  const parameters = one(dict['DecodeParms'] ?? dict['DP']);
  let out = bytes;
  for (const [i, filter] of filters.entries()) {
    if (IMAGES.test(filter)) return 'picture';
    if (filter === 'FlateDecode' || filter === 'Fl')
      out = unpredicted(
        inflateSync(out, { maxOutputLength: LARGEST, finishFlush: 2 }),
        asDict(parameters[i]) ?? {},
      );
    else if (filter === 'ASCIIHexDecode' || filter === 'AHx')
      out = Buffer.from(out.toString('latin1').replace(/>[\s\S]*$|\s/g, ''), 'hex');
    else if (filter === 'ASCII85Decode' || filter === 'A85') out = fromAscii85(out.toString('latin1'));
    else return undefined;
  }
  return out;
}
