import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { fieldView } from '../../forms/schema.ts';

export const channelView = z.object({
  id: z.string(),
  /** Where the provider posts what people send back; null where they send nothing. */
  inbound: z.string().nullable(),
  name: bilingual,
  help: bilingual,
  fields: z.array(fieldView),
  configured: z.boolean(),
  /** Since when it takes nothing, however often it is tried; null where it works, or nothing was tried. */
  failingSince: z.string().nullable(),
  /** When it last took something, and when and why it last did not, among the last messages the reader may see. */
  lastAccepted: z.string().nullable(),
  lastFailed: z.object({ at: z.string(), reason: z.string() }).nullable(),
  /** Secrets are never among them. */
  settings: z.record(z.string(), z.unknown()),
});
const settings = z.record(z.string(), z.unknown());
/** With what was read before, so that nobody overwrites another's change unseen; left out by who sets it up first. */
export const channelChange = z.object({ settings, seen: settings.default({}) });
