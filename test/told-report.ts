import { type ReportContent, type ReportDraft, reportContent } from '../areas/survey/content/schema.ts';

/** A field that says something. */
export const value = <V>(given: V) => ({ is: 'value' as const, value: given });

/** As much as a report needs to be received. */
export const NEEDED = {
  operator: { name: '東西電力' },
  sector: value('power'),
  eventType: value('unavailable'),
  times: { noticed: value({ at: '2026-01-05T09:00:00+09:00' }) },
} as const satisfies ReportDraft;

/** A report that can be received, with whatever else it says. */
export const toldReport = (more: ReportDraft = {}): ReportContent =>
  reportContent.parse({ ...NEEDED, ...more });
