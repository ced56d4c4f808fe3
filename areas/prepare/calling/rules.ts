import { bandAt, type Holidays } from '../calendars/rules.ts';
import { BANDS, type Band, type Calendar } from '../calendars/schema.ts';
import { CAUSES, type CallTree, type Cause } from '../contacts/schema.ts';

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

/**
 * Reads the matrix for a cause and a moment (C9-L1). A step whose person has left, or whose roster has nobody on, falls to
 * its deputies.
 * @param onDuty who is on by a roster at that moment
 * @param isHere whether a person is still one of the organisation
 */
export function resolveCalls(
  trees: readonly CallTree[],
  cause: Cause,
  at: Temporal.Instant,
  calendar: Calendar,
  holidays: Holidays,
  onDuty: (roster: string) => readonly string[],
  isHere: (personId: string) => boolean,
): Resolved {
  const band = bandAt(calendar, at, holidays);
  const cell = trees.find((tree) => tree.cause === cause && tree.band === band);
  const calls = (cell?.steps ?? []).flatMap(({ personId, roster, deputyIds: named }): Call[] => {
    const deputyIds = named.filter(isHere);
    const wanted = personId !== null ? [personId] : roster !== null ? onDuty(roster) : [];
    const first = wanted.filter(isHere).slice(0, 1);
    const [personIds, rest] =
      first.length > 0 ? [first, deputyIds] : [deputyIds.slice(0, 1), deputyIds.slice(1)];
    return personIds.length > 0 ? [{ personIds, deputyIds: rest }] : [];
  });
  return { band, cell, calls };
}

/** Cells that nobody has filled; nine of nine is complete (C9-L1). */
export const missingCells = (trees: readonly CallTree[]): { cause: Cause; band: Band }[] =>
  CAUSES.flatMap((cause) => BANDS.map((band) => ({ cause, band }))).filter(
    ({ cause, band }) => !trees.some((tree) => tree.cause === cause && tree.band === band),
  );
