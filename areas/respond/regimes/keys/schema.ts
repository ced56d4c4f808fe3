import { z } from 'zod';
import { asking } from '../../../../kernel/language.ts';

/** What reports of an incident are called by wherever it is shown; what a regime asks for stays with whoever keeps it. */
export const REPORT_STAGES = ['first', 'followUp', 'final'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

const RESERVED_KEY = {
  ja: 'このキーは使用できません。別のキーにしてください',
  en: 'This key is reserved. Choose another one',
};
/** What else may stay as it is when an incident is closed has these names beside those of regimes. */
export const RESERVED = ['machines', 'systems', 'overdueTasks', 'plannedReports', 'inquiries'];
export const regimeKey = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,40}$/)
  .refine((key) => !RESERVED.includes(key), asking(RESERVED_KEY));
