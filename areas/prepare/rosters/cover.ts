import type { Compiled, Shift } from './rules.ts';

export interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** Stretches in which nobody is on by any of these shifts. */
function uncovered(shifts: readonly Shift[], from: Temporal.Instant, until: Temporal.Instant): Span[] {
  const manned = shifts
    .filter(({ personId }) => personId !== null)
    .sort((a, b) => Temporal.Instant.compare(a.start, b.start));
  const gaps: Span[] = [];
  let covered = from;
  for (const { start, end } of manned) {
    if (Temporal.Instant.compare(end, covered) <= 0) continue;
    if (Temporal.Instant.compare(start, until) >= 0) break;
    if (Temporal.Instant.compare(start, covered) > 0) gaps.push({ from: covered, until: start });
    covered = end;
  }
  if (Temporal.Instant.compare(covered, until) < 0) gaps.push({ from: covered, until });
  return gaps;
}

/** Stretches in which nobody at all is on. */
export function gapsOfCover({ layers }: Compiled, from: Temporal.Instant, until: Temporal.Instant): Span[] {
  return uncovered(layers.flat(), from, until);
}

export interface LayerGap extends Span {
  readonly layer: number;
  /** `nobody`: a turn that nobody takes. `outside`: hours for which the first layer, asked first, has no turn at all. */
  readonly kind: 'nobody' | 'outside';
}

/**
 * Gaps layer by layer: one that another layer covers is a gap of its layer all the same, for that layer is not asked
 * first, or not next.
 */
export function gapsOfLayers(
  { layers }: Compiled,
  from: Temporal.Instant,
  until: Temporal.Instant,
): LayerGap[] {
  return layers.flatMap((shifts, layer) => {
    const empty = uncovered(shifts, from, until);
    const turns = shifts.map((shift) => ({ ...shift, personId: shift.personId ?? NOBODY }));
    const outside = uncovered(turns, from, until);
    const nobody = empty.flatMap((gap) => without(gap, outside));
    return [
      ...nobody.map((gap): LayerGap => ({ layer, kind: 'nobody', ...gap })),
      ...(layer === 0 && layers.length > 1
        ? outside.map((gap): LayerGap => ({ layer, kind: 'outside', ...gap }))
        : []),
    ].sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  });
}

/** Stands for the place of a turn that nobody takes. */
const NOBODY = '';

/** What is left of a span; the others are in order and do not overlap. */
function without({ from, until }: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let begins = from;
  for (const other of others) {
    if (
      Temporal.Instant.compare(other.until, begins) <= 0 ||
      Temporal.Instant.compare(other.from, until) >= 0
    )
      continue;
    if (Temporal.Instant.compare(other.from, begins) > 0) left.push({ from: begins, until: other.from });
    begins = other.until;
  }
  if (Temporal.Instant.compare(begins, until) < 0) left.push({ from: begins, until });
  return left;
}

/** Stretches in which one person stands in two layers at once. */
export function overlapsOf(
  { layers }: Compiled,
  from: Temporal.Instant,
  until: Temporal.Instant,
): (Span & { personId: string })[] {
  const within = layers.map((shifts) =>
    shifts.filter(
      ({ start, end, personId }) =>
        personId !== null &&
        Temporal.Instant.compare(end, from) > 0 &&
        Temporal.Instant.compare(start, until) < 0,
    ),
  );
  const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
  return within.flatMap((shifts, i) =>
    within.slice(i + 1).flatMap((others) =>
      shifts.flatMap((one) =>
        others.flatMap((other) => {
          const start = later(one.start, other.start);
          const end = Temporal.Instant.compare(one.end, other.end) < 0 ? one.end : other.end;
          const both = one.personId === other.personId && Temporal.Instant.compare(start, end) < 0;
          return both && one.personId ? [{ personId: one.personId, from: start, until: end }] : [];
        }),
      ),
    ),
  );
}

export interface Load {
  readonly shifts: number;
  readonly nights: number;
  readonly daysOff: number;
}

/** How the burden is shared: shifts, those that run over midnight, and those on a day off, by person. */
export function loadOf(
  { layers }: Compiled,
  from: Temporal.Instant,
  until: Temporal.Instant,
  zone: string,
): Map<string, Load> {
  const loads = new Map<string, Load>();
  for (const { personId, start, end, dayOff } of layers.flat()) {
    if (
      personId === null ||
      Temporal.Instant.compare(start, from) < 0 ||
      Temporal.Instant.compare(start, until) >= 0
    )
      continue;
    const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
    const night = !dayOf(start).equals(dayOf(end.subtract({ milliseconds: 1 })));
    const before = loads.get(personId) ?? { shifts: 0, nights: 0, daysOff: 0 };
    loads.set(personId, {
      shifts: before.shifts + 1,
      nights: before.nights + (night ? 1 : 0),
      daysOff: before.daysOff + (dayOff ? 1 : 0),
    });
  }
  return loads;
}
