import { z } from 'zod';

/** How long it took from when an incident was noticed, or, for noticing itself, from when it began. */
export const MEASURES = ['notice', 'acknowledge', 'headquarters', 'restore'] as const;
export type Measure = (typeof MEASURES)[number];

export const DAYS = [30, 90, 365] as const;
export const metricsFilter = z.object({
  days: z.coerce
    .number()
    .int()
    .refine((days): days is (typeof DAYS)[number] => (DAYS as readonly number[]).includes(days), {
      message: DAYS.join(', '),
    })
    .default(90),
});
export type MetricsFilter = z.infer<typeof metricsFilter>;

export const metricsView = z.object({
  from: z.string(),
  until: z.string(),
  /** Real incidents declared in these days; drills are told apart, and what was merged counts once. */
  incidents: z.number(),
  drills: z.number(),
  /** Only the latest so many are measured. */
  measured: z.number(),
  times: z.array(
    z.object({
      measure: z.enum(MEASURES),
      /** Of how many of the measured incidents both times are recorded exactly enough. */
      known: z.number(),
      medianSeconds: z.number().nullable(),
      ninetiethSeconds: z.number().nullable(),
    }),
  ),
  bySeverity: z.array(z.object({ severity: z.number(), incidents: z.number() })),
  weeks: z.array(z.object({ day: z.string(), incidents: z.number(), pages: z.number() })),
  /** Signals that appeared, and those of them that belong to an incident. */
  signals: z.object({ appeared: z.number(), linked: z.number() }),
  pages: z.object({ started: z.number(), answered: z.number(), unanswered: z.number() }),
  /** Who answered pages, and how many of them between ten at night and six in the morning. */
  people: z.array(z.object({ id: z.string(), name: z.string(), answered: z.number(), atNight: z.number() })),
});
