import { bandAt, type Holidays } from '../calendars/rules.ts';
import { BANDS, type Band, type Calendar } from '../calendars/schema.ts';
import { CAUSES, type CallTree, type Cause } from './schema.ts';

/** One call to make: these people, then the next step. */
export interface Call {
  readonly personIds: readonly string[];
  readonly deputyIds: readonly string[];
}

/** Somebody a step names and does not call, or a roster that has nobody on: said, for the next is called at once. */
export interface PassedOver {
  readonly personId: string | null;
  readonly roster: string | null;
  readonly why: 'left' | 'leave' | 'nobody-on';
}

/** Who is called for a cause at a moment; `cell` says by which cell, `calls` is empty where nobody is to be had. */
export interface Resolved {
  readonly band: Band;
  readonly cell: CallTree | undefined;
  readonly calls: readonly Call[];
  readonly passedOver: readonly PassedOver[];
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
  /** Who is on by a roster at that moment; a roster knows leave itself. */
  readonly onDuty: (roster: string) => readonly string[];
  /** Whether a person is still one of the organisation. */
  readonly isHere: (personId: string) => boolean;
  /** Whether a person is on leave at that moment. */
  readonly isAway: (personId: string) => boolean;
}

/**
 * Reads the matrix for a cause, a moment and a site (C9-L1): who answers for the site comes first, then everybody else.
 * A step whose person has left or is on leave, or whose roster has nobody on, falls to its deputies at once.
 */
export function resolveCalls({ cause, at, site }: Question, world: CallWorld): Resolved {
  const band = bandAt(world.calendar, at, world.holidays);
  const cell = world.trees.find((tree) => tree.cause === cause && tree.band === band);
  const there = (cell?.siteSteps ?? []).filter((step) => step.site === site);
  const passedOver: PassedOver[] = [];
  const fits = (personId: string, knowsLeave: boolean): boolean => {
    const why = !world.isHere(personId)
      ? 'left'
      : !knowsLeave && world.isAway(personId)
        ? 'leave'
        : undefined;
    if (why) passedOver.push({ personId, roster: null, why });
    return why === undefined;
  };
  const calls = [...there, ...(cell?.steps ?? [])].flatMap(
    ({ personId, roster, deputyIds: named }): Call[] => {
      const onDuty = personId === null && roster !== null ? world.onDuty(roster) : [];
      const wanted = personId === null ? onDuty : [personId];
      if (wanted.length === 0 && roster !== null)
        passedOver.push({ personId: null, roster, why: 'nobody-on' });
      const first = wanted.filter((id) => fits(id, personId === null)).slice(0, 1);
      const deputyIds = named.filter((id) => fits(id, false));
      const [personIds, rest] =
        first.length > 0 ? [first, deputyIds] : [deputyIds.slice(0, 1), deputyIds.slice(1)];
      return personIds.length > 0 ? [{ personIds, deputyIds: rest }] : [];
    },
  );
  return { band, cell, calls, passedOver };
}

/** People in order, those on leave apart: they are called only where nobody else is left. */
export interface InOrder {
  readonly people: readonly string[];
  readonly onLeave: readonly string[];
}

const once = (ids: readonly string[]): string[] => [...new Set(ids)];

export const inOrder = (ids: readonly string[], isAway: CallWorld['isAway']): InOrder => ({
  people: once(ids).filter((id) => !isAway(id)),
  onLeave: once(ids).filter(isAway),
});
/** Whom to call of them. */
export const orOnLeave = ({ people, onLeave }: InOrder): readonly string[] =>
  people.length > 0 ? people : onLeave;

/** Whom the tree names, each followed by their deputies; where that is nobody, the duty list. */
export function firstToLast(
  { calls, passedOver }: Pick<Resolved, 'calls' | 'passedOver'>,
  duty: readonly string[],
  isAway: CallWorld['isAway'],
): InOrder {
  const people = once(calls.flatMap(({ personIds, deputyIds }) => [...personIds, ...deputyIds]));
  if (people.length > 0) return { people, onLeave: [] };
  const named = passedOver.flatMap(({ personId, why }) =>
    personId !== null && why === 'leave' ? personId : [],
  );
  const listed = inOrder(duty, isAway);
  return { people: listed.people, onLeave: once([...named, ...listed.onLeave]) };
}

/** Who may hold a role of a plan: the person, who is on by its roster, then the deputies. */
export function holdersOf(
  role: {
    readonly personId: string | null;
    readonly roster: string | null;
    readonly deputyIds: readonly string[];
  },
  onDuty: CallWorld['onDuty'],
  isAway: CallWorld['isAway'],
): InOrder {
  const byRoster = role.roster === null ? [] : onDuty(role.roster).slice(0, 1);
  return inOrder(
    [...(role.personId === null ? [] : [role.personId]), ...byRoster, ...role.deputyIds],
    (id) => !byRoster.includes(id) && isAway(id),
  );
}

/**
 * People to ask: as many together as are to answer, then each alone and in order, and where all of them are silent every
 * administrator who was not among them at once.
 * @param needed how many are to answer
 */
export function stepsFor(duty: readonly string[], administrators: readonly string[], needed = 1): string[][] {
  const above = administrators.filter((id) => !duty.includes(id));
  const steps =
    duty.length > 0 ? [duty.slice(0, needed), ...duty.slice(needed).map((person) => [person])] : [];
  return above.length > 0 ? [...steps, above] : steps;
}

/** Nobody answered: so long after that everybody is asked again, and at most so often in all. */
export const PAUSE_BETWEEN_ROUNDS = { minutes: 10 } as const;
export const MOST_ROUNDS = 4;

/** When each step of a page is asked, in minutes from its beginning, while nobody answers. */
export function askedTimes(
  steps: number,
  waitMinutes: number,
): { readonly step: number; readonly at: number; readonly round: number }[] {
  const round = steps * waitMinutes + PAUSE_BETWEEN_ROUNDS.minutes;
  return Array.from({ length: steps * MOST_ROUNDS }, (_, n) => ({
    step: n % steps,
    round: Math.floor(n / steps),
    at: Math.floor(n / steps) * round + (n % steps) * waitMinutes,
  }));
}

/** Whether a step says whom it calls: a person, or whoever is on by a roster, and not both. */
export const saysWhom = ({ personId, roster }: CallTree['steps'][number]): boolean =>
  (personId === null) !== (roster === null);

/** Steps that do not say whom they call, by their places. */
export const unclearSteps = ({ steps, siteSteps }: CallTree): string[] => [
  ...steps.flatMap((step, n) => (saysWhom(step) ? [] : `steps.${n}`)),
  ...siteSteps.flatMap((step, n) => (saysWhom(step) ? [] : `siteSteps.${n}`)),
];

/** Cells that nobody has filled, or only with steps that call nobody; nine of nine is complete (C9-L1). */
export const missingCells = (trees: readonly CallTree[]): { cause: Cause; band: Band }[] =>
  CAUSES.flatMap((cause) => BANDS.map((band) => ({ cause, band }))).filter(
    ({ cause, band }) =>
      !trees.some((tree) => tree.cause === cause && tree.band === band && tree.steps.some(saysWhom)),
  );
