import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { Fault } from '../../../kernel/errors.ts';

/** Bytes a body may have, as it comes and as it is when inflated. */
export const BODY_LIMIT = 16 * 1024 * 1024;

const options = { maxOutputLength: BODY_LIMIT };
const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const unbrotli = promisify(zlib.brotliDecompress);
const unzstd = promisify(zlib.zstdDecompress);
const isZlib = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
const CODINGS: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  gzip: (body) => gunzip(body, options),
  'x-gzip': (body) => gunzip(body, options),
  // Some senders leave out the two bytes by which the format begins.
  deflate: (body) => (isZlib(body) ? inflate(body, options) : inflateRaw(body, options)),
  br: (body) => unbrotli(body, options),
  zstd: (body) => unzstd(body, options),
};

/** Marks with which a text says how it is written, each with its encoding. */
const BOMS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/** By which packed bodies begin, whatever their header says. */
const PACKED = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
] as const;
/** What begins as JSON was not packed, or somebody on the way has unpacked it. */
const isPlain = (body: Buffer): boolean => /^(?:\ufeff|\s)*[[{]/u.test(body.subarray(0, 40).toString('utf8'));

/** How a body is packed: as it begins, and where that says nothing, as its header says. */
function codingOf(body: Buffer, header: string): string {
  const name = header.trim().toLowerCase();
  if (isPlain(body)) return 'identity';
  const found = PACKED.find(([, mark]) => mark.every((byte, at) => body[at] === byte));
  return found && (name === '' || name === 'identity' || Object.hasOwn(CODINGS, name)) ? found[0] : name;
}

async function inflated(body: Buffer, header: string): Promise<Buffer> {
  const name = codingOf(body, header);
  if (name === '' || name === 'identity') return body;
  const decode = Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined;
  // One coding is what senders use; a body packed several times over is no sender's.
  if (!decode)
    throw new Fault('unsupported-media', {
      detail: {
        ja: `Content-Encoding「${name.slice(0, 40)}」には対応していません。gzip、deflate、br、zstd、または圧縮なしで送信してください`,
        en: `Content-Encoding "${name.slice(0, 40)}" is not supported. Send gzip, deflate, br, zstd or none`,
      },
    });
  try {
    return await decode(body);
  } catch (cause) {
    if (cause instanceof RangeError) throw new Fault('too-large', { cause });
    throw new Fault('malformed', {
      detail: { ja: `本文を ${name} として展開できません`, en: `The body cannot be decompressed as ${name}` },
      cause,
    });
  }
}

function decoded(body: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Kana are in every Japanese text, and what was written otherwise hardly ever looks like them. */
const KANA = /[ぁ-んァ-ヶ]{2}/;

/**
 * What a sender sent, as text: inflated, within bounds, and without the mark that says how it is written. Headers are
 * often nobody’s: UTF-8 is what it is whatever they say; else it is what they say, else the Japanese of older
 * systems. Bytes that are no text become U+FFFD; a label with one odd byte must not lose the alarm.
 * @throws Fault `unsupported-media`, `too-large` or `malformed`
 */
export async function sentText(body: Buffer, contentType = '', contentEncoding = ''): Promise<string> {
  const bytes = await inflated(body, contentEncoding);
  const marked = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const said = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  if (marked) return new TextDecoder(marked).decode(bytes);
  const wide = /^utf-?16/i.test(said) || /^iso-2022/i.test(said) ? decoded(bytes, said) : undefined;
  const text = wide ?? decoded(bytes, 'utf-8') ?? decoded(bytes, said);
  if (text !== undefined) return text;
  const older = decoded(bytes, 'shift_jis');
  return older !== undefined && KANA.test(older) ? older : new TextDecoder().decode(bytes);
}
