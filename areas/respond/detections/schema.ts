import { z } from 'zod';
import { isInstantText, PRECISIONS } from '../../../kernel/time.ts';

/** By which route somebody noticed (C1-D1, C6-D1, C9-D1). */
export const DETECTION_ROUTES = [
  'monitoring',
  'inquiry',
  'staff',
  'contractorMaintenance',
  'contractor',
  'outsideBody',
  'attacker',
  'media',
  'other',
] as const;
export const detection = z.object({
  route: z.enum(DETECTION_ROUTES),
  text: z.string().trim().min(1).max(2_000),
  /** When, if not now. */
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
  precision: z.enum(PRECISIONS).default('minute'),
});
export type Detection = z.output<typeof detection>;
