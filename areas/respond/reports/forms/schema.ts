import { z } from 'zod';
import { FORM_NAMES } from './words.ts';

export const formKept = z.object({
  form: z.enum(FORM_NAMES),
  /** Only what is not to be taken from the record as it stands; an empty one takes it back. */
  answers: z.record(z.string().max(40), z.string().max(20_000)).default({}),
});
export type FormKept = z.output<typeof formKept>;

export const formView = z.object({
  form: z.enum(FORM_NAMES),
  /** As it went out; it does not change any more. */
  frozen: z.boolean(),
  fields: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      value: z.string(),
      from: z.enum(['record', 'answer']),
      missing: z.boolean(),
    }),
  ),
});
export const FORM_FORMATS = ['xlsx', 'pdf', 'json'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];
