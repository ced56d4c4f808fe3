import { z } from 'zod';
import { timeZone } from '../../../kernel/time.ts';
import { entryKey, name } from '../registers/schema.ts';

/** A day of every year, as in `12-29`. */
const yearly = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .refine((text) => z.iso.date().safeParse(`2024-${text}`).success, { message: 'MM-DD' });
const date = z.iso.date();
/** An hour and minute of the day, as in 08:30. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const PUBLIC_HOLIDAYS = ['jp', 'none'] as const;

/** When a place works: its zone, its weekdays and hours, its holidays and closures (C9-L1). */
export const calendar = z.strictObject({
  key: entryKey,
  name,
  /** Keys of the sites that keep these hours; the calendar `usual` is everybody else's. */
  sites: z.array(entryKey).max(2_000).default([]),
  timeZone: timeZone.default('Asia/Tokyo'),
  /** Days of the week that are worked on, Monday is 1. */
  workdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  dayFrom: clockTime.default('08:30'),
  dayUntil: clockTime.default('17:15'),
  publicHolidays: z.enum(PUBLIC_HOLIDAYS).default('jp'),
  /** Closed on these days of every year, such as the year end. */
  closures: z.array(yearly).max(60).default(['12-29', '12-30', '12-31', '01-02', '01-03']),
  /** Closed on these dates besides. */
  closedOn: z.array(date).max(400).default([]),
  /** Worked on in spite of all the above. */
  openOn: z.array(date).max(400).default([]),
});
export type Calendar = z.infer<typeof calendar>;

/** C9-L1: contact structures differ by these. */
export const BANDS = ['day', 'night', 'holiday'] as const;
export type Band = (typeof BANDS)[number];

/** What a house that wrote no calendar works by. */
export const USUAL_CALENDAR: Calendar = calendar.parse({ key: 'usual', name: '標準 / usual' });
