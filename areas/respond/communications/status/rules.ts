import type { SaidOfService } from '../schema.ts';

/** What of a published statement says how things are. */
export interface Told {
  /** Statements of the same are about one thing. */
  readonly incident: string;
  readonly kind: 'start' | 'update' | 'end';
  readonly at: Temporal.Instant;
  readonly services: readonly SaidOfService[];
}
type Trouble = Exclude<SaidOfService['state'], 'restored'>;
interface Stretch {
  readonly service: string;
  readonly state: Trouble;
  readonly from: Temporal.Instant;
  /** Null while it goes on. */
  readonly until: Temporal.Instant | null;
}

const byTime = (a: { readonly at: Temporal.Instant }, b: { readonly at: Temporal.Instant }): number =>
  Temporal.Instant.compare(a.at, b.at);

/** One thing, as it was told of: what is told last says whether it goes on. */
export interface Thread<T extends Told> {
  readonly isOpen: boolean;
  /** The newest first. */
  readonly told: readonly T[];
}

/** What was told, by the thing it is about; the thing that was told of last comes first. */
export function threadsOf<T extends Told>(told: readonly T[]): Thread<T>[] {
  const newestFirst = told.toSorted((a, b) => byTime(b, a));
  return [...Map.groupBy(newestFirst, ({ incident }) => incident).values()].map((own) => ({
    isOpen: own[0]?.kind !== 'end',
    told: own,
  }));
}

/** When which service was told to be in trouble, and how much. An end ends all that its thing brought about. */
export function stretchesOf(told: readonly Told[]): Stretch[] {
  const over: Stretch[] = [];
  for (const { told: own } of threadsOf(told)) {
    const going = new Map<string, Stretch>();
    const end = (service: string, at: Temporal.Instant) => {
      const stretch = going.get(service);
      if (stretch) over.push({ ...stretch, until: at });
      going.delete(service);
    };
    for (const { kind, at, services } of own.toReversed()) {
      for (const { service, state } of services) {
        if (going.get(service)?.state === state) continue;
        end(service, at);
        if (state !== 'restored') going.set(service, { service, state, from: at, until: null });
      }
      if (kind === 'end') for (const service of [...going.keys()]) end(service, at);
    }
    over.push(...going.values());
  }
  return over;
}

const worst = (states: readonly Trouble[]): Trouble | undefined =>
  states.includes('stopped') ? 'stopped' : states[0];

/** How a service is: as told, or what the notices say where one goes on that speaks of no service. */
export type ServiceState = Trouble | 'normal' | 'noticed';

/** How each service is now, by what was published and nothing else. */
export function statesOf(told: readonly Told[], services: readonly string[]): Map<string, ServiceState> {
  const going = stretchesOf(told).filter(({ until }) => until === null);
  const vague = threadsOf(told).some(
    ({ isOpen, told: own }) => isOpen && own.every((each) => each.services.length === 0),
  );
  return new Map(
    services.map((service) => [
      service,
      worst(going.filter((each) => each.service === service).map(({ state }) => state)) ??
        (vague ? 'noticed' : 'normal'),
    ]),
  );
}

/** The worst that was told of a service on each of so many days, the last of them today. */
export function daysOf(
  told: readonly Told[],
  service: string,
  today: { readonly date: Temporal.PlainDate; readonly timeZone: string },
  count: number,
): (Trouble | 'normal')[] {
  const own = stretchesOf(told).filter((each) => each.service === service);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(today.timeZone).toInstant();
  return Array.from({ length: count }, (_, i) => {
    const date = today.date.subtract({ days: count - 1 - i });
    const [from, until] = [midnight(date), midnight(date.add({ days: 1 }))];
    const on = own.filter(
      (each) =>
        Temporal.Instant.compare(each.from, until) < 0 &&
        (each.until === null || Temporal.Instant.compare(each.until, from) > 0),
    );
    return worst(on.map(({ state }) => state)) ?? 'normal';
  });
}
