import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { isInstantText } from '../../../kernel/time.ts';

/** How long something took: until it was noticed, reported from then on, restored. */
export const SPANS = ['notice', 'report', 'restore'] as const;
export type Span = (typeof SPANS)[number];

/** Parts of what is counted, each of those that say anything about it. */
export const SHARES = ['onTime', 'reached', 'malicious', 'measures', 'severe', 'levelMissed'] as const;
export type Share = (typeof SHARES)[number];

/** Why a report of the window is not counted, in the order in which it is asked. */
export const LEFT_OUT = ['withdrawn', 'supplement', 'late', 'notPassed'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export const statisticsQuery = z.object({
  /** First and last day of submission, by the clock of Japan; the fiscal year under way unless told. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** As reports and verdicts stood then; now unless told. */
  cutoff: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
  /** A first report is on time within so many hours of noticing. */
  hours: z.coerce.number().int().min(1).max(8_760).default(24),
  /** Severe from this level of effect on. */
  level: z.coerce.number().int().min(1).max(4).default(3),
  /** Counts below it are hidden where sectors are crossed (k). */
  hideBelow: z.coerce.number().int().min(1).max(50).default(3),
});
export type StatisticsQuery = z.output<typeof statisticsQuery>;

export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export const statisticsFile = z.object({
  ...statisticsQuery.shape,
  format: z.enum(FILE_FORMATS).default('csv'),
});

/** What everything is counted by. */
export const selection = z.object({
  from: z.string(),
  until: z.string(),
  cutoff: z.string(),
  hours: z.number(),
  level: z.number(),
  hideBelow: z.number(),
});
export type Selection = z.infer<typeof selection>;

const named = { key: z.string(), name: bilingual };
const count = z.number().int();
export const quarter = z.object({ fiscalYear: count, quarter: count });
export type Quarter = z.infer<typeof quarter>;

/** Each row has a count for each quarter of the window, and one for each fiscal year. */
const typeRow = z.object({ ...named, quarters: z.array(count), years: z.array(count), total: count });
const countRow = z.object({ ...named, count });
const causeRow = countRow.extend({ group: z.string().nullable(), malicious: z.boolean() });

export const spanView = z.object({
  span: z.enum(SPANS),
  /** Of so many the length is known; of the others a time is missing, or known too coarsely. */
  counted: count,
  missing: count,
  coarse: count,
  /** Seconds: a quarter of all took no longer, half, three quarters. */
  quartiles: z.tuple([z.number(), z.number(), z.number()]).nullable(),
  bins: z.array(z.object({ from: z.number(), until: z.number().nullable(), count })),
});
export type SpanView = z.infer<typeof spanView>;

export const shareView = z.object({
  share: z.enum(SHARES),
  count,
  /** Of so many that say anything about it. */
  of: count,
});

export const statisticsView = z.object({
  selection,
  /** The rule everything is counted by, in words. */
  rule: bilingual,
  submitted: count,
  leftOut: z.record(z.enum(LEFT_OUT), count),
  counted: count,
  eventTypes: z.object({
    quarters: z.array(quarter),
    years: z.array(count),
    rows: z.array(typeRow),
    totals: typeRow.omit({ key: true, name: true }),
  }),
  /** Several for each report. */
  causes: z.object({
    told: count,
    notTold: count,
    rows: z.array(causeRow),
    groups: z.array(countRow),
    top: z.array(z.string()),
  }),
  /** Empty where nothing by sector is told: to whoever may not read the reports, of other windows than one fiscal year. */
  sectors: z.array(countRow),
  /** Counts that could point at somebody are null, and so are those by which they could be worked out. */
  crossed: z.object({
    columns: z.array(z.object(named)),
    rows: z.array(z.object({ ...named, cells: z.array(count.nullable()), total: count.nullable() })),
    totals: z.array(count.nullable()),
    hidden: count,
    /** Nothing of the table can be shown: so few, or of a window that would tell of what another one hides. */
    withheld: z.boolean(),
  }),
  spans: z.array(spanView),
  shares: z.array(shareView),
  /** Kinds of systems concerned, the five most frequent. */
  systems: z.array(countRow),
  /** The same days of earlier years, the window last; null where the window is longer than a year. */
  years: z
    .array(
      z.object({ from: z.string(), until: z.string(), total: count, types: z.record(z.string(), count) }),
    )
    .nullable(),
});
export type StatisticsView = z.infer<typeof statisticsView>;
