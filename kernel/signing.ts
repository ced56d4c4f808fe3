import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

/** The key an installation signs with where it was given none of its own: each machine that shares the secret has the same. */
export function derivedSigningKey(instanceSecret: Uint8Array): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', instanceSecret, '', 'sonae ledger proofs', KEY_BYTES));
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

/** @throws Error where the text is no Ed25519 private key in PEM */
export function readSigningKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is not an Ed25519 key');
  return key;
}

/** The 32 bytes of the public half. */
export const publicHalf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length);

export const signText = (key: KeyObject, text: string): Buffer => sign(null, Buffer.from(text, 'utf8'), key);

/** @returns false as well where the public half is none */
export function isSigned(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  if (publicKey.length !== KEY_BYTES) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text, 'utf8'), key, signature);
}
