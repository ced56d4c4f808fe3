import { createHash, type KeyObject } from 'node:crypto';
import { isSigned, publicHalf, signText } from '../../../kernel/signing.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { type Card, card as cardShape } from './schema.ts';

const BEGIN = '-----BEGIN SONAE CARD-----';
const END = '-----END SONAE CARD-----';
const BLOCK = new RegExp(`${BEGIN}([\\s\\S]{0,8192}?)${END}`, 'g');
/** Letters a mail leaves as they are however it is encoded; lines short enough not to be broken. */
const A_LINE = /.{1,64}/g;
const DOMAIN = 'sonae-card 1';
const FIRST_HALF = 32;

/** How a key is named in a package: the first 16 bytes of its SHA-256. */
export const printOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, FIRST_HALF);

/** The same in groups, as two people read it to each other by phone. */
export const spoken = (print: string): string => (print.match(/.{4}/g) ?? []).join(' ');

const signedText = (card: Card): string => `${DOMAIN}\n${canonicalJson(card)}`;
export const keyOf = (card: Card): Buffer => Buffer.from(card.publicKey, 'base64url');

export const makeCard = (key: KeyObject, about: Omit<Card, 'publicKey'>): Card => ({
  ...about,
  publicKey: publicHalf(key).toString('base64url'),
});

/** A card as it is handed out: a few lines to read, and a block that is read back. It is signed with its own key. */
export function cardText(key: KeyObject, card: Card): string {
  const signature = signText(key, signedText(card)).toString('base64url');
  const packed = Buffer.from(canonicalJson({ card, signature })).toString('base64url');
  return [
    `Organisation: ${card.name}`,
    `Address: ${card.address || '-'}`,
    `Key: ${spoken(printOf(keyOf(card)))}`,
    '',
    BEGIN,
    ...(packed.match(A_LINE) ?? []),
    END,
    '',
  ].join('\n');
}

/** What a mail puts between the letters: breaks of its own, marks of a page, quotes. */
const SOFT_BREAK = /=\r?\n/g;
const BETWEEN = /<[^<>]*>|[\s>]/g;

/** The one card in a text: a file of it, or a mail it came in. Undefined where there is none, several, or a damaged one. */
export function readCard(text: string): Card | undefined {
  const blocks = [...text.replaceAll(SOFT_BREAK, '').matchAll(BLOCK)].map(([, block = '']) =>
    block.replaceAll(BETWEEN, ''),
  );
  const [only, ...others] = new Set(blocks);
  if (only === undefined || others.length > 0) return undefined;
  try {
    const unpacked = JSON.parse(Buffer.from(only, 'base64url').toString('utf8')) as {
      readonly card?: unknown;
      readonly signature?: unknown;
    };
    const card = cardShape.parse(unpacked.card);
    const signature = Buffer.from(String(unpacked.signature), 'base64url');
    return isSigned(keyOf(card), signedText(card), signature) ? card : undefined;
  } catch {
    return undefined;
  }
}
