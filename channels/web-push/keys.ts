import { createECDH } from 'node:crypto';

const CURVE = 'prime256v1';

/** A new private key by which a push service knows who sends (VAPID, RFC 8292). */
export function newPrivateKey(): string {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return pair.getPrivateKey('base64url').padStart(43, 'A');
}

/** The public half that a browser is given when it subscribes. @throws RangeError where it is no key */
export function publicKeyOf(privateKey: string): string {
  const pair = createECDH(CURVE);
  const bytes = Buffer.from(privateKey, 'base64url');
  if (bytes.length !== 32) throw new RangeError('a private key has 32 bytes');
  pair.setPrivateKey(bytes);
  return pair.getPublicKey('base64url', 'uncompressed');
}
