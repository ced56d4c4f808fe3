import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A fresh secret for a key or a link: 256 bits, safe in URLs and headers. */
export const newSecret = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/** What is stored of a secret. Secrets have full entropy, so a plain hash is enough and can be looked up. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that can be made again from the instance's own: a mail sent twice carries the same link. */
export const derivedSecret = (instanceSecret: Uint8Array, purpose: string, id: string): string =>
  createHmac('sha256', instanceSecret).update(`${purpose}\n${id}`).digest('base64url');

const sealingKey = (instanceSecret: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', instanceSecret, '', 'sonae sealed settings', KEY_BYTES));

/** Encrypts settings that must not lie readable in a backup (AES-256-GCM; nonce, tag, text). */
export function seal(instanceSecret: Uint8Array, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(instanceSecret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the text was sealed by another instance or changed since */
export function unseal(instanceSecret: Uint8Array, sealed: Uint8Array): string {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sealingKey(instanceSecret),
    sealed.subarray(0, NONCE_BYTES),
  );
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
}
