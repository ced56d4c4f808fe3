import { z } from 'zod';

/** How long a pack may be used, and after how long it is made anew even if nothing changed. */
export const PACK_DAYS = 30;
export const RENEW_DAYS = 7;

export const packView = z.object({
  version: z.number(),
  madeAt: z.string(),
  expiresAt: z.string(),
});
export type PackView = z.infer<typeof packView>;

/** A passphrase for the encrypted copy; age derives the key from it with scrypt. */
export const passphrase = z.string().min(12).max(200);
