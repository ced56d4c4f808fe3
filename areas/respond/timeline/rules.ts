import { CERTAINTIES, type Certainty } from '../../../kernel/certainty.ts';
import { type Precision, surelyBefore } from '../../../kernel/time.ts';
import type { Line } from '../../ledger/schema.ts';
import { type FactsKnown, OUTCOMES, type Outcome, TIMES, type TimeName } from './schema.ts';

/** A note as it stands now, with its number in the figure where it has one. */
export interface Entry {
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly precision: string;
  readonly text: string;
  readonly actorId: string;
  readonly is: 'event' | 'response' | undefined;
  /** Counted from 1 within events and within responses, by when they happened (C0-M13); undefined off the figure. */
  readonly number: number | undefined;
  readonly forFigure: boolean;
  readonly outcome: Outcome | undefined;
  /** How certain whoever wrote it said it is. */
  readonly certainty: Certainty | undefined;
}

const inOrder = (
  a: { at: Temporal.Instant; seq: number },
  b: { at: Temporal.Instant; seq: number },
): number => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq;

/** What corrections say of a line, each word the last that was said. */
interface Corrected {
  readonly text: string;
  readonly at: Temporal.Instant | undefined;
  readonly precision: string | undefined;
  readonly is: 'event' | 'response' | 'note' | undefined;
  readonly figure: boolean | undefined;
  readonly struck: boolean;
}

/** Each line that was corrected, by its number: the last correction speaks for it, also one of a correction. */
function corrections(lines: readonly Line[]): ReadonlyMap<number, Corrected> {
  const found = new Map<number, Corrected>();
  const rootOf = new Map<number, number>();
  for (const { kind, seq, corrects, body } of lines) {
    if (kind !== 'timeline.corrected' || corrects === null) continue;
    const root = rootOf.get(corrects) ?? corrects;
    rootOf.set(seq, root);
    const before = found.get(root);
    const at = body['at'];
    const is = body['is'];
    found.set(root, {
      text: String(body['text']),
      at: typeof at === 'string' ? Temporal.Instant.from(at) : before?.at,
      precision: typeof body['precision'] === 'string' ? body['precision'] : before?.precision,
      is: is === 'event' || is === 'response' || is === 'note' ? is : before?.is,
      figure: typeof body['figure'] === 'boolean' ? body['figure'] : before?.figure,
      struck: body['struck'] === true,
    });
  }
  return found;
}

/** The words of each line that was corrected, by its number. */
export const correctedTexts = (lines: readonly Line[]): ReadonlyMap<number, string> =>
  new Map([...corrections(lines)].map(([seq, { text }]) => [seq, text]));

/** Numbers of the lines that were taken back by whoever wrote them. */
export const struckOf = (lines: readonly Line[]): ReadonlySet<number> =>
  new Set([...corrections(lines)].flatMap(([seq, { struck }]) => (struck ? [seq] : [])));

/** When each note that was corrected happened, as its correction says; by its number. */
export const correctedTimes = (lines: readonly Line[]): ReadonlyMap<number, Temporal.Instant> =>
  new Map([...corrections(lines)].flatMap(([seq, { at }]) => (at ? [[seq, at]] : [])));

const isOutcome = (value: unknown): value is Outcome => (OUTCOMES as readonly unknown[]).includes(value);

/** Notes that stand: what was struck by whoever wrote it is in the record and counts for nothing. */
const standing = (lines: readonly Line[], corrected: ReadonlyMap<number, Corrected>): Line[] =>
  lines.filter(({ kind, seq }) => kind === 'timeline.noted' && corrected.get(seq)?.struck !== true);

/** Notes of an incident in the order in which they happened. Nothing that was judged once is lost: the last judgement counts. */
export function entriesOf(lines: readonly Line[]): Entry[] {
  const corrected = corrections(lines);
  const outcomes = new Map<number, Outcome>();
  for (const { kind, corrects, body } of lines)
    if (kind === 'timeline.judged' && corrects !== null && isOutcome(body['outcome']))
      outcomes.set(corrects, body['outcome']);
  const counts = { event: 0, response: 0 };
  return standing(lines, corrected)
    .map(({ seq, at, precision, body, actorId }): Omit<Entry, 'number'> => {
      const now = corrected.get(seq);
      const said = now?.is ?? body['is'];
      return {
        seq,
        at: now?.at ?? at,
        precision: now?.precision ?? precision,
        actorId,
        is: said === 'event' || said === 'response' ? said : undefined,
        forFigure: now?.figure ?? body['figure'] === true,
        text: now?.text ?? String(body['text']),
        outcome: outcomes.get(seq),
        certainty: CERTAINTIES.find((each) => each === body['certainty']),
      };
    })
    .toSorted(inOrder)
    .map(
      (entry): Entry => ({
        ...entry,
        number: entry.is && entry.forFigure ? ++counts[entry.is] : undefined,
      }),
    );
}

/** How many notes say of themselves that they are certain, presumed or not known; a note that says nothing is none of these. */
export function certaintiesOf(lines: readonly Line[]): FactsKnown['entries'] {
  const said = standing(lines, corrections(lines)).map(({ body }) => body['certainty']);
  const of = (...certainties: readonly string[]) =>
    said.filter((certainty) => typeof certainty === 'string' && certainties.includes(certainty)).length;
  return {
    confirmed: of('confirmed'),
    presumed: of('presumed', 'likely', 'possible'),
    unknown: of('unknown'),
  };
}

const SPELL_MS = 120_000;
/** Which stretch of two minutes a moment lies in: within one, somebody who is named again is told once. */
export const spellOf = ({ epochMilliseconds }: Temporal.Instant): number =>
  Math.floor(epochMilliseconds / SPELL_MS);

/** One time of an incident: as somebody stated it last, or read from the record where nobody did. */
export interface KnownTime {
  readonly at: Temporal.Instant;
  readonly precision: string;
  readonly stated: boolean;
  readonly note: string;
  /** Line that stated it; what it said before is in the ledger. */
  readonly seq: number | undefined;
  /** How often it was stated differently before. */
  readonly corrections: number;
}

/**
 * Which line tells a time by itself, until somebody states it: the record's own answer. That it was recognised no line tells:
 * whoever answers a page has heard of an anomaly, and what it is they know later (C5-D2).
 */
const TOLD_BY: Readonly<Partial<Record<TimeName, readonly string[]>>> = {
  noticed: ['incident.detected', 'incident.signals-linked', 'incident.declared'],
  restored: ['incident.resolved'],
  declaredOver: ['incident.closed'],
};

/** The kinds of lines without which the times of an incident are not known. */
export const TIME_KINDS: readonly string[] = ['incident.time-stated', ...Object.values(TOLD_BY).flat()];

/** Ends that a reopening takes back. */
const ENDS: readonly TimeName[] = ['restored', 'declaredOver'];

function toldBy(which: TimeName, lines: readonly Line[]): Line | undefined {
  const fits = ({ kind }: Line): boolean => TOLD_BY[which]?.includes(kind) === true;
  // Who noticed first may have been written down last.
  if (which === 'noticed')
    return lines.filter(fits).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0];
  if (!ENDS.includes(which)) return lines.find(fits);
  return lines.slice(lines.findLastIndex(({ kind }) => kind === 'incident.reopened') + 1).findLast(fits);
}

/** The times of an incident, kept apart (occurred is not noticed is not recognised); undefined where nothing tells one. */
export function timesOf(lines: readonly Line[]): Readonly<Record<TimeName, KnownTime | undefined>> {
  const known = (which: TimeName): KnownTime | undefined => {
    const stated = lines.filter(
      ({ kind, body }) => kind === 'incident.time-stated' && body['which'] === which,
    );
    const last = stated.at(-1);
    if (last)
      return {
        at: last.at,
        precision: last.precision,
        stated: true,
        note: String(last.body['note']),
        seq: last.seq,
        corrections: stated.length - 1,
      };
    const told = toldBy(which, lines);
    return (
      told && {
        at: told.at,
        precision: told.precision,
        stated: false,
        note: '',
        seq: told.seq,
        corrections: 0,
      }
    );
  };
  return Object.fromEntries(TIMES.map((which) => [which, known(which)])) as Record<
    TimeName,
    KnownTime | undefined
  >;
}

/** Later in the life of an incident than the one before, where both are known exactly enough to say. */
export function disorderOf(times: Readonly<Record<TimeName, KnownTime | undefined>>): TimeName[] {
  const exact = (time: KnownTime | undefined): time is KnownTime =>
    time !== undefined &&
    (['second', 'minute'] satisfies Precision[] as readonly string[]).includes(time.precision);
  const found: TimeName[] = [];
  let before: Temporal.Instant | undefined;
  for (const which of TIMES) {
    const time = times[which];
    if (!exact(time)) continue;
    if (before && Temporal.Instant.compare(time.at, before) < 0) found.push(which);
    else before = time.at;
  }
  return found;
}

/** Ends of an incident: none of them lies before its beginning, nor unexplained before anybody noticed it. */
const AFTERWARDS: readonly TimeName[] = ['restored', 'resumed', 'declaredOver'];

/** What is odd about a time that somebody states: before it occurred it cannot be, before it was noticed it wants a reason. */
export function oddOf(
  stated: { readonly which: TimeName; readonly at: Temporal.Instant; readonly precision: string },
  times: Readonly<Record<TimeName, KnownTime | undefined>>,
): 'beforeOccurred' | 'beforeNoticed' | undefined {
  if (!AFTERWARDS.includes(stated.which)) return undefined;
  if (surelyBefore(stated, times.occurred)) return 'beforeOccurred';
  return surelyBefore(stated, times.noticed) ? 'beforeNoticed' : undefined;
}
