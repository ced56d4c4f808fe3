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
  /** Secrets are never among them. */
  settings: z.record(z.string(), z.unknown()),
});
export const channelChange = z.object({ settings: z.record(z.string(), z.unknown()) });
