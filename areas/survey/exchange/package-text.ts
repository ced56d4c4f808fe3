import { createHash, type KeyObject } from 'node:crypto';
import { plainFaultsOf } from '../../../kernel/plain.ts';
import { signText } from '../../../kernel/signing.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { isWithinBounds } from './bounds.ts';
import { Refusal } from './refusal.ts';
import {
  type Envelope,
  envelope as envelopeShape,
  LARGEST_ENVELOPE,
  LARGEST_PACKAGE,
  type ListedAttachment,
  MOST_ATTACHED_BYTES,
  VERSION,
} from './schema.ts';

const NAME = 'sonae-package';
const FIRST_LINE = `${NAME} ${VERSION}`;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LONGEST_FIRST = 40;
const SEAL = /^([0-9a-f]{64}) ([A-Za-z0-9_-]{86})$/;
const BASE64URL = /^[A-Za-z0-9_-]*$/;

export interface Attachment extends ListedAttachment {
  readonly content: Buffer;
}

/** A package whose parts belong together. By whom it is signed is asked apart (`isSignedBy`). */
export interface Package {
  readonly envelope: Envelope;
  /** The envelope as it was signed, to the letter. */
  readonly text: string;
  readonly hash: string;
  readonly signature: Buffer;
  readonly attachments: readonly Attachment[];
}

/** What is hashed and signed: no other text of the house begins so, and no other version is signed the same. */
export const signedText = (text: string): string => `${FIRST_LINE}\n${text}`;
const hashOf = (text: string): string => createHash('sha256').update(signedText(text)).digest('hex');
export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Puts an envelope and its files together and signs them. */
export function sealPackage(
  key: KeyObject,
  envelope: Omit<Envelope, 'attachments'>,
  files: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[],
): Package {
  const attachments = files.map(({ name, type, content }) => ({
    name,
    type,
    sha256: sha256Of(content),
    bytes: content.length,
    content,
  }));
  const whole: Envelope = {
    ...envelope,
    attachments: attachments.map(({ name, type, sha256, bytes }) => ({ name, type, sha256, bytes })),
  };
  const text = canonicalJson(whole);
  return {
    envelope: whole,
    text,
    hash: hashOf(text),
    signature: signText(key, signedText(text)),
    attachments,
  };
}

/** A package as a file: a line that says what it is, the envelope, its hash and signature, and a line for each attachment. */
export const packageBytes = ({ text, hash, signature, attachments }: Package): Buffer =>
  Buffer.from(
    [
      FIRST_LINE,
      text,
      `${hash} ${signature.toString('base64url')}`,
      ...attachments.map(({ content }) => content.toString('base64url')),
      '',
    ].join('\n'),
  );

/** Lines of a file one after the other; a mail program may have ended them by its own custom. */
class Lines {
  readonly #bytes: Buffer;
  #at = 0;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** @returns the line, and whether an end of line stands after it */
  next(): { line: Buffer; ended: boolean } {
    const found = this.#bytes.indexOf(NEWLINE, this.#at);
    const end = found < 0 ? this.#bytes.length : found;
    const line = this.#bytes.subarray(this.#at, this.#bytes[end - 1] === RETURN ? end - 1 : end);
    this.#at = end + 1;
    return { line, ended: found >= 0 };
  }
}

/**
 * Reads a package from a file of whatever origin. Everything is counted before it is unpacked.
 * @throws Refusal
 */
export function readPackage(bytes: Buffer): Package {
  if (bytes.length > LARGEST_PACKAGE) throw new Refusal('too-large');
  const lines = new Lines(bytes);
  readFirst(lines, bytes);
  const body = lines.next();
  if (body.line.length > LARGEST_ENVELOPE) throw new Refusal('excessive');
  if (!body.ended) throw new Refusal('cut');
  const { hash, signature } = readSeal(lines);
  const text = textOf(body.line);
  // By the hash first: what was changed on the way is said to be so, whatever it has become.
  if (hashOf(text) !== hash) throw new Refusal('tampered');
  const envelope = readEnvelope(text);
  return { envelope, text, hash, signature, attachments: readAttachments(lines, envelope.attachments) };
}

function readFirst(lines: Lines, bytes: Buffer): void {
  const begins = bytes.subarray(0, LONGEST_FIRST).toString('latin1');
  if (`${NAME} `.startsWith(begins) && begins.length < NAME.length + 1 && begins.length > 0)
    throw new Refusal('cut');
  const version = new RegExp(`^${NAME} (\\d{1,9})(?=\\r?\\n|$)`).exec(begins)?.[1];
  if (version === undefined) throw new Refusal('not-a-package');
  if (Number(version) !== VERSION) throw new Refusal('other-version', { detail: version });
  if (!lines.next().ended) throw new Refusal('cut');
}

function readSeal(lines: Lines): { hash: string; signature: Buffer } {
  if (lines.isAtEnd) throw new Refusal('unsigned');
  const { line, ended } = lines.next();
  const seal = line.subarray(0, 200).toString('latin1');
  const [, hash, signed] = (line.length < 200 && SEAL.exec(seal)) || [];
  if (hash !== undefined && signed !== undefined) {
    const signature = Buffer.from(signed, 'base64url');
    // One way to write it: the last letter has bits that mean nothing.
    if (signature.toString('base64url') === signed) return { hash, signature };
    throw new Refusal('damaged', { detail: 'signature' });
  }
  if (/^(?:[0-9a-f]{64})? ?$/.test(seal)) throw new Refusal('unsigned');
  throw ended ? new Refusal('damaged', { detail: 'signature' }) : new Refusal('cut');
}

function textOf(line: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    throw new Refusal('damaged', { detail: 'UTF-8' });
  }
}

function readEnvelope(text: string): Envelope {
  if (!isWithinBounds(text)) throw new Refusal('excessive');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('damaged', { detail: 'JSON' });
  }
  // One way to write it: no field twice, no number or letter in another spelling.
  if (canonicalJson(value) !== text) throw new Refusal('damaged', { detail: 'JSON' });
  const [odd] = plainFaultsOf(value, 'text');
  if (odd) throw new Refusal('damaged', { detail: odd.field });
  const read = envelopeShape.safeParse(value);
  if (!read.success)
    throw new Refusal('damaged', { detail: read.error.issues[0]?.path.join('.') || 'envelope' });
  return read.data;
}

/** How long so many bytes are as base64url. */
const writtenLength = (bytes: number): number => Math.ceil((bytes * 4) / 3);

function readAttachments(lines: Lines, listed: readonly ListedAttachment[]): Attachment[] {
  const total = listed.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_ATTACHED_BYTES) throw new Refusal('excessive');
  const attachments = listed.map((each) => {
    const { line, ended } = lines.next();
    const length = writtenLength(each.bytes);
    if (line.length < length && !ended) throw new Refusal('cut', { detail: each.name });
    const written = line.length === length ? line.toString('latin1') : undefined;
    if (written === undefined || !BASE64URL.test(written)) throw differs(each);
    const content = Buffer.from(written, 'base64url');
    if (content.toString('base64url') !== written || sha256Of(content) !== each.sha256) throw differs(each);
    return { ...each, content };
  });
  if (!lines.isAtEnd) throw new Refusal('damaged', { detail: 'more follows' });
  return attachments;
}

const differs = ({ name }: ListedAttachment): Refusal => new Refusal('attachment-differs', { detail: name });
