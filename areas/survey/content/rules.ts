import { canonicalJson } from '../../../kernel/text.ts';
import {
  type Difference,
  MOMENTS,
  type Moment,
  type ReportContent,
  type ReportTime,
  type Told,
} from './schema.ts';

/** What a report says in a field, or nothing. */
export const saidIn = <V>(field: Told<V>): V | undefined => (field.is === 'value' ? field.value : undefined);

export const MISSING = ['operator', 'sector', 'time', 'eventType'] as const;
export type Missing = (typeof MISSING)[number];

/**
 * What keeps a report a draft (Y01): without operator, sector, event type and a time it happened or was noticed nothing can
 * be received. A field that says why it is empty is empty all the same.
 */
export function missingIn({ operator, sector, times, eventType }: ReportContent): Missing[] {
  const has: Readonly<Record<Missing, boolean>> = {
    operator: operator.name !== '',
    sector: sector.is === 'value',
    time: times.occurred.is === 'value' || times.noticed.is === 'value',
    eventType: eventType.is === 'value',
  };
  return MISSING.filter((each) => !has[each]);
}

/** Texts that stand alone: empty is what says nothing. */
const TEXTS = ['operator.name', 'operator.department', 'title', 'remarks'] as const;
const LISTED = ['steps', 'parties', 'systems'] as const;
const FIELDS = [
  'sector',
  'designated',
  'outline',
  ...MOMENTS.map((moment) => `times.${moment}`),
  'eventType',
  'causes',
  'causeText',
  'effect.service',
  'effect.around',
  'effect.users',
  'effect.machines',
  'effect.levelMissed',
  'effect.sectors',
  'measures',
  'publication',
  'surveyContact',
];

const at = (content: ReportContent, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content);
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

function ofField(path: string, before: Told<unknown>, after: Told<unknown>): Difference | undefined {
  if (same(before, after)) return undefined;
  const kind = (): Difference['kind'] => {
    if (after.is === 'withdrawn') return before.is === 'value' ? 'withdrawn' : 'corrected';
    if (before.is === 'value') {
      if (after.is === 'value') return 'corrected';
      return after.is === 'withheld' ? 'withdrawn' : 'lost';
    }
    return after.is === 'value' && before.is !== 'withdrawn' ? 'added' : 'corrected';
  };
  return { path, kind: kind(), before, after };
}

function ofText(path: string, before: string, after: string): Difference | undefined {
  if (before === after) return undefined;
  if (after === '') return { path, kind: 'lost', before, after };
  return { path, kind: before === '' ? 'added' : 'corrected', before, after };
}

type Item = { readonly id: string; readonly withdrawn?: string | undefined };

/** How an entry's field is told; of a plain text, that it says something. */
const isIn = (entry: Item, name: string): unknown => {
  const said: unknown = Object.entries(entry).find(([each]) => each === name)?.[1];
  if (typeof said === 'string') return said === '' ? 'notStated' : 'value';
  return said === undefined ? 'notStated' : (said as { readonly is?: unknown }).is;
};
/** What an entry told and tells no more, by its field: nothing says that it is taken back. */
const leftOut = (old: Item, kept: Item): string | undefined =>
  Object.keys(old).find(
    (name) =>
      name !== 'withdrawn' &&
      isIn(old, name) === 'value' &&
      ['notKnown', 'notStated'].includes(String(isIn(kept, name))),
  );

function ofItems(path: string, before: readonly Item[], after: readonly Item[]): Difference[] {
  const now = new Map(after.map((each) => [each.id, each]));
  const then = new Set(before.map(({ id }) => id));
  return [
    ...before.flatMap((old): Difference[] => {
      const kept = now.get(old.id);
      if (!kept) return [{ path: `${path}.${old.id}`, kind: 'lost', before: old, after: null }];
      if (same(old, kept)) return [];
      const lost = kept.withdrawn === undefined ? leftOut(old, kept) : undefined;
      if (lost) return [{ path: `${path}.${old.id}.${lost}`, kind: 'lost', before: old, after: kept }];
      const kind = kept.withdrawn !== undefined && old.withdrawn === undefined ? 'withdrawn' : 'corrected';
      return [{ path: `${path}.${old.id}`, kind, before: old, after: kept }];
    }),
    ...after
      .filter(({ id }) => !then.has(id))
      .map(
        (added): Difference => ({ path: `${path}.${added.id}`, kind: 'added', before: null, after: added }),
      ),
  ];
}

/**
 * What a later version changes (Y01): it may add, correct or withdraw. `lost` is what it leaves out without a word, which is
 * refused. People to contact are as they are now and no part of what is told.
 */
export function differencesOf(before: ReportContent, after: ReportContent): Difference[] {
  const fields = FIELDS.map((path) =>
    ofField(path, at(before, path) as Told<unknown>, at(after, path) as Told<unknown>),
  );
  const texts = TEXTS.map((path) => ofText(path, String(at(before, path)), String(at(after, path))));
  const tlp: Difference[] =
    before.tlp === after.tlp
      ? []
      : [{ path: 'tlp', kind: 'corrected', before: before.tlp, after: after.tlp }];
  return [
    ...[...texts, ...fields].filter((each) => each !== undefined),
    ...tlp,
    ...LISTED.flatMap((list) => ofItems(list, before[list], after[list])),
  ];
}

/** The moment an event is placed at: when it happened, or else when it was noticed. */
export const placedAt = ({ times }: ReportContent): ReportTime | undefined =>
  saidIn(times.occurred) ?? saidIn(times.noticed);

/** «About» nine is half an hour to either side. */
const ABOUT_SECONDS = 30 * 60;
const SECONDS_OF = { second: 0, minute: 59, hour: 3_599 } as const;
const secondOf = (at: { readonly epochMilliseconds: number }): number =>
  Math.floor(at.epochMilliseconds / 1_000);

/** What a time told to this precision may have been, by the clock it was read from. */
function precisely({ at: told, precision, zone }: ReportTime): {
  readonly low: number;
  readonly high: number;
} {
  const at = Temporal.Instant.from(told);
  const second = at.epochMilliseconds / 1_000;
  if (precision === 'about') return { low: second - ABOUT_SECONDS, high: second + ABOUT_SECONDS };
  if (precision === 'second' || precision === 'minute' || precision === 'hour')
    return { low: second, high: second + SECONDS_OF[precision] };
  const day = at.toZonedDateTimeISO(zone).startOfDay();
  const from = precision === 'day' ? day : day.with({ day: 1 });
  const until = from.add(precision === 'day' ? { days: 1 } : { months: 1 });
  return { low: secondOf(from), high: secondOf(until) - 1 };
}

/** The first and the last second a moment can have been: its precision and the error of its clock allow for both. */
export function reachOf(time: ReportTime): { readonly low: number; readonly high: number } {
  const { low, high } = precisely(time);
  const wrong = time.clockError ?? 0;
  return { low: low - wrong, high: high + wrong };
}

/** Pairs of moments that lie in the wrong order by more than their precision and their clocks allow. */
export function disordered({ times }: ReportContent): (readonly [string, string])[] {
  const order = MOMENTS.flatMap((moment) => {
    const told = saidIn<ReportTime>(times[moment]);
    return told && (told.precision === 'second' || told.precision === 'minute')
      ? [{ moment, ...reachOf(told) }]
      : [];
  });
  return order.flatMap(({ moment, low }, index) =>
    order
      .slice(index + 1)
      // Recognising and judging may come in either order.
      .filter((later) => later.high < low && !(moment === 'recognised' && later.moment === 'judged'))
      .map((later) => [moment, later.moment] as const),
  );
}

/** Moments that had not come when they were told, however wrong their clocks were. */
export const momentsAfter = ({ times }: ReportContent, latest: Temporal.Instant): Moment[] =>
  MOMENTS.filter((moment) => {
    const told = saidIn<ReportTime>(times[moment]);
    return told !== undefined && reachOf(told).low > latest.epochMilliseconds / 1_000;
  });
