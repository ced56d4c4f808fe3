import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret for a key or a link: 256 bits, safe in URLs and headers. */
export const newSecret = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/** What is stored of a secret. Secrets have full entropy, so a plain hash is enough and can be looked up. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
