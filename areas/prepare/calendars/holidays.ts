import holidayJp from '@holiday-jp/holiday_jp';
import type { Holidays } from './rules.ts';

/** Japanese public holidays as the library lists them by date, without any time zone. */
export const JAPANESE_HOLIDAYS: Holidays = new Set(Object.keys(holidayJp.holidays));
