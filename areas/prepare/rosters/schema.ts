import { z } from 'zod';
import { asking } from '../../../kernel/language.ts';
import type { Rewrite } from '../../../kernel/seen.ts';
import { clockTime } from '../calendars/schema.ts';
import { entryKey, name, words } from '../registers/schema.ts';

/** Who is asked first, second, third … until somebody answers. */
export const dutyOrder = z.object({ personIds: z.array(z.uuid()).max(50) });
/** The same with the order that was read before, so that nobody overwrites another's unseen; left out by who makes the first. */
export const dutyChange = dutyOrder.extend({ seen: z.array(z.uuid()).max(50).default([]) });
export type DutyChange = Rewrite<typeof dutyChange>;
export const dutyView = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
});

const date = z.iso.date();
/** A date and an hour and minute of it, as in 2026-11-24T08:30. */
export const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => date.safeParse(text.slice(0, 10)).success, { message: 'YYYY-MM-DDThh:mm' });
/** A year that was mistyped would have thousands of years worked out. */
const nearDate = date.refine(
  (text) => text >= '2015-01-01' && text <= '2099-12-31',
  asking({
    ja: '2015-01-01から2099-12-31までの日付を入力してください',
    en: 'Enter a date between 2015-01-01 and 2099-12-31',
  }),
);

export const member = z.strictObject({
  personId: z.uuid(),
  /** Effective dates, both inclusive; open where null. */
  from: date.nullable().default(null),
  until: date.nullable().default(null),
});

export const LAYER_DAYS = ['every', 'workdays', 'daysOff'] as const;

/** One rotation: who takes which days in turn. Days it does not cover use up no turn. */
export const layer = z.strictObject({
  name,
  /** A shift begins at `from` and ends at `until`, on the next day when that is not later. */
  from: clockTime,
  until: clockTime,
  days: z.enum(LAYER_DAYS).default('every'),
  /** The first day of the first turn; turns of so many calendar days follow one another from here. */
  start: nearDate,
  turnDays: z.int().min(1).max(31).default(1),
  members: z.array(member).min(1).max(60),
});
export type Layer = z.infer<typeof layer>;

export const override = z.strictObject({
  layer: z.int().min(0).max(9),
  /** Nobody, where null: a gap somebody meant. */
  personId: z.uuid().nullable().default(null),
  from: localTime,
  until: localTime,
  reason: words,
});

/** Who is on when. The first layer is asked first. */
export const roster = z.strictObject({
  key: entryKey,
  name,
  /** Key of the calendar that says what a day off is; the usual one where null. */
  calendar: entryKey.nullable().default(null),
  layers: z.array(layer).min(1).max(10),
  overrides: z.array(override).max(500).default([]),
  /** What whoever takes over must know. */
  handOver: words,
});
export type Roster = z.infer<typeof roster>;

/** Somebody is away; both days inclusive, and whole unless a time is told. */
export const leave = z.strictObject({
  key: entryKey,
  name,
  personId: z.uuid(),
  from: date,
  /** On the first day only from then on. */
  fromTime: clockTime.nullable().default(null),
  until: date,
  /** On the last day only until then. */
  untilTime: clockTime.nullable().default(null),
});
export type Leave = z.infer<typeof leave>;

/** An override, or a swap, that falls away because its taker leaves or is away then. */
export const brokenOverride = z.object({
  roster: z.string(),
  layer: z.string(),
  from: z.string(),
  until: z.string(),
});
export type BrokenOverride = z.infer<typeof brokenOverride>;

const span = { from: z.string(), until: z.string() };
/** A roster as it will be, with names. */
export const rosterAhead = z.object({
  onNow: z.array(z.string()),
  shifts: z.array(
    z.object({
      layer: z.string(),
      person: z.string().nullable(),
      start: z.string(),
      end: z.string(),
      day: z.string(),
      dayOff: z.boolean(),
      overridden: z.boolean(),
      /** The reader's own turn, with its place and local times as a swap wants them; null for anybody else's. */
      swap: z.object({ layer: z.number(), from: z.string(), until: z.string() }).nullable(),
    }),
  ),
  gaps: z.array(z.object(span)),
  /** Turns that nobody takes, and hours outside the first layer, also where another layer covers them. */
  layerGaps: z.array(z.object({ layer: z.string(), kind: z.enum(['nobody', 'outside']), ...span })),
  /** Overrides that have fallen away: the taker has left, or is away. */
  fallen: z.array(
    z.object({ layer: z.string(), person: z.string(), why: z.enum(['left', 'away']), ...span }),
  ),
  overlaps: z.array(z.object({ person: z.string(), ...span })),
  loads: z.array(
    z.object({ person: z.string(), shifts: z.number(), nights: z.number(), daysOff: z.number() }),
  ),
});

/** Who is on around now, roster by roster and layer by layer, and the hours ahead that nobody covers. */
export const onCallView = z.object({
  ...span,
  rosters: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      layers: z.array(
        z.object({
          name: z.string(),
          shifts: z.array(z.object({ person: z.string().nullable(), start: z.string(), end: z.string() })),
        }),
      ),
      /** Within the next thirty days: hours in which no layer has anybody. */
      gaps: z.array(z.object(span)),
    }),
  ),
  /** The duty list, in the order in which people are asked. */
  duty: z.array(z.object({ id: z.string(), name: z.string() })),
});
