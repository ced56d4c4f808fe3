import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { Fault } from '../../../kernel/errors.ts';

/** Bytes a body may have, as it comes and as it is when inflated. */
export const BODY_LIMIT = 16 * 1024 * 1024;

const options = { maxOutputLength: BODY_LIMIT };
const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const unbrotli = promisify(zlib.brotliDecompress);
const unzstd = promisify(zlib.zstdDecompress);
const CODINGS: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  gzip: (body) => gunzip(body, options),
  'x-gzip': (body) => gunzip(body, options),
  deflate: (body) => inflate(body, options),
  br: (body) => unbrotli(body, options),
  zstd: (body) => unzstd(body, options),
};

/** Marks with which a text says how it is written, each with its encoding. */
const BOMS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

async function inflated(body: Buffer, coding: string): Promise<Buffer> {
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  const decode = Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined;
  // One coding is what senders use; a body packed several times over is no sender's.
  if (!decode)
    throw new Fault('unsupported-media', {
      detail: {
        ja: `Content-Encoding「${name.slice(0, 40)}」は読めません。gzip、deflate、br、zstd か、圧縮なしで送ってください`,
        en: `Content-Encoding "${name.slice(0, 40)}" cannot be read; send gzip, deflate, br, zstd or none`,
      },
    });
  try {
    return await decode(body);
  } catch (cause) {
    if (cause instanceof RangeError) throw new Fault('too-large', { cause });
    throw new Fault('malformed', {
      detail: { ja: `本文を ${name} として展開できません`, en: `The body cannot be inflated as ${name}` },
      cause,
    });
  }
}

function encodingOf(body: Buffer, contentType: string): string {
  for (const [name, mark] of BOMS) if (mark.every((byte, at) => body[at] === byte)) return name;
  return /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
}

/**
 * What a sender sent, as text: inflated, within bounds, and without the mark that says how it is written. Bytes that are no
 * text become U+FFFD; a label with one odd byte must not lose the alarm.
 * @throws Fault `unsupported-media`, `too-large` or `malformed`
 */
export async function sentText(body: Buffer, contentType = '', contentEncoding = ''): Promise<string> {
  const bytes = await inflated(body, contentEncoding);
  const encoding = encodingOf(bytes, contentType);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    throw new Fault('unsupported-media', {
      detail: {
        ja: `文字コード「${encoding}」は読めません。UTF-8 で送ってください`,
        en: `The charset "${encoding}" cannot be read; send UTF-8`,
      },
      cause,
    });
  }
}
