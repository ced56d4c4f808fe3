import { bandAt, type Holidays } from '../calendars/rules.ts';
import { BANDS, type Band, type Calendar } from '../calendars/schema.ts';
import { CAUSES, type CallTree, type Cause } from './schema.ts';

/** One call to make: these people, then the next step. */
export interface Call {
  readonly personIds: readonly string[];
  readonly deputyIds: readonly string[];
}

/** Who is called for a cause at a moment; `cell` says by which cell, `calls` is empty where nobody is to be had. */
export interface Resolved {
  readonly band: Band;
  readonly cell: CallTree | undefined;
  readonly calls: readonly Call[];
}

/** What is asked: what happened, when, and at which site, where that is known. */
export interface Question {
  readonly cause: Cause;
  readonly at: Temporal.Instant;
  readonly site: string | undefined;
}
/** What it is answered from. */
export interface CallWorld {
  readonly trees: readonly CallTree[];
  /** Of the site asked about, as `calendarOf` finds it. */
  readonly calendar: Calendar;
  readonly holidays: Holidays;
  /** Who is on by a roster at that moment. */
  readonly onDuty: (roster: string) => readonly string[];
  /** Whether a person is still one of the organisation. */
  readonly isHere: (personId: string) => boolean;
}

/**
 * Reads the matrix for a cause, a moment and a site (C9-L1): who answers for the site comes first, then everybody else.
 * A step whose person has left, or whose roster has nobody on, falls to its deputies.
 */
export function resolveCalls({ cause, at, site }: Question, world: CallWorld): Resolved {
  const band = bandAt(world.calendar, at, world.holidays);
  const cell = world.trees.find((tree) => tree.cause === cause && tree.band === band);
  const there = (cell?.siteSteps ?? []).filter((step) => step.site === site);
  const calls = [...there, ...(cell?.steps ?? [])].flatMap(
    ({ personId, roster, deputyIds: named }): Call[] => {
      const deputyIds = named.filter(world.isHere);
      const wanted = personId !== null ? [personId] : roster !== null ? world.onDuty(roster) : [];
      const first = wanted.filter(world.isHere).slice(0, 1);
      const [personIds, rest] =
        first.length > 0 ? [first, deputyIds] : [deputyIds.slice(0, 1), deputyIds.slice(1)];
      return personIds.length > 0 ? [{ personIds, deputyIds: rest }] : [];
    },
  );
  return { band, cell, calls };
}

/** The calendar a site keeps, else the one called `usual`, else the only one; undefined where none of these is there. */
export function calendarOf(calendars: readonly Calendar[], site: string | undefined): Calendar | undefined {
  const own = site === undefined ? undefined : calendars.find(({ sites }) => sites.includes(site));
  const [only, ...others] = calendars;
  return own ?? calendars.find(({ key }) => key === 'usual') ?? (others.length === 0 ? only : undefined);
}

/** Cells that nobody has filled; nine of nine is complete (C9-L1). */
export const missingCells = (trees: readonly CallTree[]): { cause: Cause; band: Band }[] =>
  CAUSES.flatMap((cause) => BANDS.map((band) => ({ cause, band }))).filter(
    ({ cause, band }) => !trees.some((tree) => tree.cause === cause && tree.band === band),
  );
