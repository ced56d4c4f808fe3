import { z } from 'zod';
import { AUDIENCES } from '../plans/schema.ts';
import { entryKey, name, words } from '../registers/schema.ts';

/** A way to tell an audience something: website, status page, notice at the counter, mailing, press. What it needs to work is part of it (C3-R6). */
export const outlet = z.strictObject({
  key: entryKey,
  name,
  audiences: z.array(z.enum(AUDIENCES)).min(1),
  /** Keys of systems without which it does not work. */
  needs: z.array(entryKey).max(40).default([]),
  /** Keys of services whose state it shows: of the public page, those that anybody may know of. */
  services: z.array(entryKey).max(40).default([]),
  note: words,
});
export type Outlet = z.infer<typeof outlet>;
