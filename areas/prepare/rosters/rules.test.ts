import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { isDayOff } from '../calendars/rules.ts';
import { calendar, USUAL_CALENDAR } from '../calendars/schema.ts';
import { gapsOfCover, gapsOfLayers, loadOf, overlapsOf } from './cover.ts';
import { changesPast, compileRoster, holdsAt, onAt, type World } from './rules.ts';
import { type Layer, type Leave, layer, leave, type Roster, roster } from './schema.ts';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const people = (...numbers: number[]) => numbers.map((n) => ({ personId: id(n) }));
const world = (over: Partial<World> = {}): World => ({
  calendar: USUAL_CALENDAR,
  holidays: JAPANESE_HOLIDAYS,
  leave: [],
  gone: new Map(),
  ...over,
});
const oneLayer = (over: Partial<Record<keyof Layer, unknown>>): Roster =>
  roster.parse({
    key: 'r',
    name: 'r',
    layers: [
      layer.parse({
        name: 'l',
        from: '08:30',
        until: '08:30',
        start: '2026-04-01',
        members: people(1, 2, 3),
        ...over,
      }),
    ],
  });
const day = (iso: string) => Temporal.PlainDate.from(iso);
const at = (local: string, zone = 'Asia/Tokyo') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const number = (personId: string | undefined): number => Number(personId?.at(-1) ?? 0);
/** Who is on at noon of each day, as digits; 0 for nobody. */
const noons = (r: Roster, from: string, days: number, w = world()): string => {
  const compiled = compileRoster(r, w, day(from).add({ days: days + 1 }));
  return Array.from({ length: days }, (_, n) =>
    number(onAt(compiled, at(`${day(from).add({ days: n })}T12:00`, w.calendar.timeZone))[0]),
  ).join('');
};
const away = (n: number, from: string, until: string): Leave =>
  leave.parse({ key: 'x', name: 'x', personId: id(n), from, until });

describe('leave of hours', () => {
  const hours = (n: number, from: string, until: string): Leave => {
    const [[first, fromTime], [last, untilTime]] = [from.split('T'), until.split('T')] as [string[], string[]];
    return leave.parse({ key: 'x', name: 'x', personId: id(n), from: first, fromTime, until: last, untilTime });
  };
  const onOf = (compiled: ReturnType<typeof compileRoster>, local: string) => number(onAt(compiled, at(local))[0]);
  const leaving = (leaves: Leave[]) =>
    compileRoster(oneLayer({}), world({ leave: leaves }), day('2026-04-20'));

  test('takes somebody out for these hours alone, to the minute, and uses up no turn', () => {
    const compiled = leaving([hours(1, '2026-04-01T10:00', '2026-04-01T10:30')]);
    expect(['09:59', '10:00', '10:29', '10:30'].map((time) => onOf(compiled, `2026-04-01T${time}`))).toEqual([1, 2, 2, 1]);
    const noonsOf = (c: typeof compiled) => Array.from({ length: 9 }, (_, n) => onOf(c, `${day('2026-04-01').add({ days: n })}T12:00`)).join('');
    expect(noonsOf(compiled)).toBe(noonsOf(leaving([])));
    expect(gapsOfCover(compiled, at('2026-04-01T08:30'), at('2026-04-10T08:30'))).toEqual([]);
  });

  test('over midnight, and the days between are whole: the next takes the turn of those', () => {
    const compiled = leaving([hours(1, '2026-04-03T20:00', '2026-04-05T06:00')]);
    expect(onOf(compiled, '2026-04-04T12:00')).not.toBe(1);
    // Whose turn it is on the 3rd stays so in the night, for 1 is not in it.
    expect(onOf(compiled, '2026-04-03T21:00')).toBe(3);
    const night = leaving([hours(1, '2026-04-02T05:00', '2026-04-02T07:00')]);
    expect([4, 5, 6, 7].map((hour) => onOf(night, `2026-04-02T0${hour}:30`))).toEqual([1, 2, 2, 1]);
  });

  test('passes whoever is away then too, or has left, and is a gap where nobody is left', () => {
    const both = [hours(1, '2026-04-01T10:00', '2026-04-01T12:00'), hours(2, '2026-04-01T11:00', '2026-04-01T12:00')];
    const compiled = leaving(both);
    expect(['10:30', '11:30', '12:30'].map((time) => onOf(compiled, `2026-04-01T${time}`))).toEqual([2, 3, 1]);
    const none = leaving([...both, away(3, '2026-04-01', '2026-04-01')]);
    expect(gapsOfCover(none, at('2026-04-01T08:30'), at('2026-04-02T08:30'))).toEqual([
      { from: at('2026-04-01T11:00'), until: at('2026-04-01T12:00') },
    ]);
  });

  test('at every moment whoever is on is not away then', () => {
    const local = fc.integer({ min: 0, max: 9 * 24 * 4 }).map((quarters) => Temporal.PlainDateTime.from('2026-04-02T00:00').add({ minutes: quarters * 15 }));
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), local, fc.integer({ min: 1, max: 200 })), { maxLength: 5 });
    fc.assert(
      fc.property(some, local, (list, moment) => {
        const leaves = list.map(([n, from, quarters]) => hours(n, from.toString({ smallestUnit: 'minute' }), from.add({ minutes: quarters * 15 }).toString({ smallestUnit: 'minute' })));
        const compiled = leaving(leaves);
        for (const personId of onAt(compiled, at(moment.toString()))) {
          // Leave of whole days goes by the day a turn begins on, as ever.
          const hoursOnly = leaves.filter((each) => each.personId === personId && each.from === each.until);
          expect(hoursOnly.some((each) => holdsAt(each, moment))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
}); // biome-ignore format: at one look

describe('a rotation of workdays', () => {
  test('weekends and holidays use up no turn: golden week 2026', () => {
    // 29 April, then 3 to 6 May are days off; 2 May is a Saturday.
    expect(noons(oneLayer({ days: 'workdays' }), '2026-04-27', 12)).toBe('120310000023');
  });

  test('the year end and its closures', () => {
    const r = oneLayer({ days: 'workdays', start: '2026-12-24' });
    expect(noons(r, '2026-12-24', 14)).toBe('12003000000123');
  });

  test('with weekday turns everybody gets their share, whatever the length of the list', () => {
    const r = oneLayer({ days: 'workdays', members: people(1, 2, 3, 4, 5) });
    const compiled = compileRoster(r, world(), day('2027-04-01'));
    const loads = [
      ...loadOf(compiled, at('2026-04-01T00:00'), at('2027-04-01T00:00'), 'Asia/Tokyo').values(),
    ].map(({ shifts }) => shifts);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  test('a weekly turn on days off only, and a week without any is nobody’s', () => {
    const r = oneLayer({ days: 'daysOff', start: '2026-04-06', turnDays: 7 });
    expect(noons(r, '2026-04-06', 21)).toBe('000001100000220000033');
  });
});

describe('people come, go and are away', () => {
  test('whoever is next stands in for who is on leave, and everybody keeps their own turns', () => {
    const w = world({ leave: [away(1, '2026-04-01', '2026-04-02')] });
    expect(noons(oneLayer({}), '2026-04-01', 6, w)).toBe('223123');
  });

  test('the burden of one who is away for long is shared evenly', () => {
    const w = world({ leave: [away(4, '2026-04-01', '2026-12-31')] });
    const shown = noons(oneLayer({ members: people(1, 2, 3, 4) }), '2026-04-01', 240, w);
    expect([1, 2, 3, 4].map((n) => shown.split(String(n)).length - 1)).toEqual([80, 80, 80, 0]);
  });

  test('who joins goes to the end; who leaves is gone after their last day', () => {
    const members = [
      ...people(1, 2),
      { personId: id(3), from: '2026-04-03' },
      { personId: id(4), until: '2026-04-02' },
    ];
    const shown = noons(oneLayer({ members }), '2026-04-01', 8);
    expect(shown.slice(2)).not.toContain('4');
    expect(shown.slice(0, 2)).not.toContain('3');
    expect(shown).toContain('3');
  });

  test('when nobody can, it is a gap, and it is found', () => {
    const w = world({ leave: [away(1, '2026-04-02', '2026-04-02')] });
    const r = oneLayer({ members: people(1) });
    expect(noons(r, '2026-04-01', 3, w)).toBe('101');
    const gaps = gapsOfCover(
      compileRoster(r, w, day('2026-04-10')),
      at('2026-04-01T08:30'),
      at('2026-04-05T08:30'),
    );
    expect(
      gaps.map(({ from, until }) =>
        [from, until].map((i) => i.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString()),
      ),
    ).toEqual([['2026-04-02T08:30:00', '2026-04-03T08:30:00']]);
  });

  test('an override takes a part of a shift, and nobody may be meant', () => {
    const r = oneLayer({ members: people(1) });
    const change = (personId: string | null) => ({
      layer: 0,
      personId,
      from: '2026-04-02T10:00',
      until: '2026-04-02T12:00',
    });
    const on = (personId: string | null, local: string) =>
      number(
        onAt(
          compileRoster(roster.parse({ ...r, overrides: [change(personId)] }), world(), day('2026-04-10')),
          at(local),
        )[0],
      );
    expect([
      on(id(2), '2026-04-02T09:59'),
      on(id(2), '2026-04-02T10:00'),
      on(id(2), '2026-04-02T12:00'),
      on(null, '2026-04-02T11:00'),
    ]).toEqual([1, 2, 1, 0]);
  });

  test('an override falls away once its taker has left or is away, and says so; the rotation is on again', () => {
    const r = roster.parse({
      ...oneLayer({ members: people(1, 2) }),
      overrides: [
        { layer: 0, personId: id(3), from: '2026-04-01T10:00', until: '2026-04-04T10:00', reason: '' },
        { layer: 0, personId: null, from: '2026-04-05T10:00', until: '2026-04-05T12:00', reason: '' },
      ],
    });
    const shown = (w: World, hours: string) => {
      const compiled = compileRoster(r, w, day('2026-04-10'));
      const on = hours.split(' ').map((local) => number(onAt(compiled, at(`2026-04-${local}`))[0]));
      const said = compiled.fallen.map(({ personId, start, end, why }) => [
        number(personId),
        why,
        ...[start, end].map((i) => i.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString().slice(8, 16)),
      ]);
      return { on, said };
    };
    const hours = '01T12:00 02T07:00 02T09:00 03T07:00 03T09:00 04T09:59 05T11:00';
    expect(shown(world(), hours)).toEqual({ on: [3, 3, 3, 3, 3, 3, 0], said: [] });
    expect(shown(world({ leave: [away(3, '2026-04-02', '2026-04-02')] }), hours)).toEqual({
      on: [3, 3, 2, 2, 3, 3, 0],
      said: [[3, 'away', '02T08:30', '03T08:30']],
    });
    expect(shown(world({ gone: new Map([[id(3), at('2026-04-03T08:00')]]) }), hours)).toEqual({
      on: [3, 3, 3, 3, 1, 2, 0],
      said: [[3, 'left', '03T08:00', '04T10:00']],
    });
  }); // biome-ignore format: at one look

  test('a gap of the first layer is found although another layer covers it', () => {
    const layers = [
      ...oneLayer({ members: people(1), from: '08:30', until: '17:15' }).layers,
      ...oneLayer({ members: people(2) }).layers,
    ];
    const w = world({ leave: [away(1, '2026-04-02', '2026-04-02')] });
    const compiled = compileRoster(roster.parse({ ...oneLayer({}), layers }), w, day('2026-04-10'));
    const span = [at('2026-04-01T08:30'), at('2026-04-03T08:30')] as const;
    expect(gapsOfCover(compiled, ...span)).toEqual([]);
    const local = (i: Temporal.Instant) =>
      i.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString().slice(8, 16);
    expect(
      gapsOfLayers(compiled, ...span).map(({ layer: n, kind, from, until }) => [
        n,
        kind,
        local(from),
        local(until),
      ]),
    ).toEqual([
      [0, 'outside', '01T17:15', '02T08:30'],
      [0, 'nobody', '02T08:30', '02T17:15'],
      [0, 'outside', '02T17:15', '03T08:30'],
    ]);
    // One layer alone: what it does not cover is a gap of the whole roster, and said there.
    const alone = compileRoster(oneLayer({ from: '08:30', until: '17:15' }), world(), day('2026-04-10'));
    expect(gapsOfLayers(alone, ...span)).toEqual([]);
  });

  test('one person in two layers at once is found', () => {
    const r = roster.parse({
      ...oneLayer({}),
      layers: [
        ...oneLayer({ members: people(1) }).layers,
        ...oneLayer({ members: people(1), from: '20:00', until: '22:00' }).layers,
      ],
    });
    const found = overlapsOf(
      compileRoster(r, world(), day('2026-04-04')),
      at('2026-04-01T08:30'),
      at('2026-04-02T08:30'),
    );
    expect(found).toHaveLength(1);
    expect(number(found[0]?.personId)).toBe(1);
  });
});

describe('clocks that change', () => {
  test('a night shift is an hour shorter in spring and longer in autumn, and covers all the same', () => {
    const losAngeles = calendar.parse({
      ...USUAL_CALENDAR,
      timeZone: 'America/Los_Angeles',
      publicHolidays: 'none',
    });
    const r = roster.parse({
      ...oneLayer({}),
      layers: [
        ...oneLayer({ from: '08:00', until: '20:00', start: '2026-01-01' }).layers,
        ...oneLayer({ from: '20:00', until: '08:00', start: '2026-01-01' }).layers,
      ],
    });
    const w = world({ calendar: losAngeles });
    const compiled = compileRoster(r, w, day('2026-12-31'));
    expect(
      gapsOfCover(
        compiled,
        at('2026-01-01T08:00', 'America/Los_Angeles'),
        at('2026-12-30T08:00', 'America/Los_Angeles'),
      ),
    ).toEqual([]);
    const hours = (iso: string) => {
      const shift = compiled.layers[1]?.find((each) => each.day === iso);
      return shift?.end.since(shift.start).total('hours');
    };
    expect([hours('2026-03-07'), hours('2026-03-08'), hours('2026-10-31')]).toEqual([11, 12, 13]);
  });
});

test.each([
  ['02:30', '03:00', 'America/Los_Angeles', '2026-03-08'],
  ['00:15', '00:45', 'Africa/Cairo', '2026-04-24'],
  ['23:45', '00:30', 'America/Santiago', '2026-09-06'],
])('hours from %s to %s that clocks in %s leave out are no turn, and every other day has one that ends after it begins', (from, until, timeZone, changes) => {
  const zoned = calendar.parse({ ...USUAL_CALENDAR, timeZone, publicHolidays: 'none' });
  const first = day(changes).subtract({ days: 3 });
  const r = oneLayer({ from, until, start: first.toString() });
  const shifts = compileRoster(r, world({ calendar: zoned }), first.add({ days: 8 })).layers[0] ?? [];
  expect(shifts.filter(({ start, end }) => Temporal.Instant.compare(start, end) >= 0)).toEqual([]);
  expect(shifts.length).toBeGreaterThanOrEqual(7);
  const starts = shifts.map(({ start }) => start.epochMilliseconds);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
}); // biome-ignore format: at one look

test('2024 to 2027, day by day: exactly the workdays are covered, and turns go round among those who are there', () => {
  const r = oneLayer({ days: 'workdays', start: '2024-01-01' });
  const compiled = compileRoster(r, world(), day('2028-01-01'));
  let last = 0;
  for (
    let d = day('2024-01-01');
    Temporal.PlainDate.compare(d, day('2027-12-31')) <= 0;
    d = d.add({ days: 1 })
  ) {
    const on = number(onAt(compiled, at(`${d}T12:00`))[0]);
    expect(on === 0, d.toString()).toBe(isDayOff(USUAL_CALENDAR, d, JAPANESE_HOLIDAYS));
    if (on === 0) continue;
    expect(on, d.toString()).toBe((last % 3) + 1);
    last = on;
  }
});

test('a week with a day of leave stays its owner’s but for that day', () => {
  const weekly = oneLayer({ turnDays: 7, members: people(1, 2) });
  const w = world({ leave: [away(1, '2026-04-01', '2026-04-01'), away(2, '2026-04-05', '2026-04-05')] });
  expect(noons(weekly, '2026-04-01', 7, w)).toBe('2111111');
});

describe('somebody is removed', () => {
  const removed = (n: number, local: string) => world({ gone: new Map([[id(n), at(local)]]) });

  test('their turns from then on are taken by the others; the rest stays', () => {
    const daily = oneLayer({ members: people(1, 2, 3) });
    expect(noons(daily, '2026-04-01', 9)).toBe('123123123');
    expect(noons(daily, '2026-04-01', 9, removed(2, '2026-04-04T00:00'))).toBe('123113133');
    expect(noons(daily, '2026-04-01', 4, removed(2, '2020-01-01T00:00'))).toBe('1331');
  });

  test('in the middle of a turn the next takes over at that moment', () => {
    const compiled = compileRoster(oneLayer({}), removed(1, '2026-04-01T13:20'), day('2026-04-10'));
    const on = (local: string) => number(onAt(compiled, at(local))[0]);
    expect([on('2026-04-01T13:19'), on('2026-04-01T13:20'), on('2026-04-02T08:30')]).toEqual([1, 2, 2]);
    expect(gapsOfCover(compiled, at('2026-04-01T08:30'), at('2026-04-09T08:30'))).toEqual([]);
  });

  test('who is on duty when another leaves stays on; the weeks gone by are as they were', () => {
    const weekly = oneLayer({ turnDays: 7, members: people(1, 2, 3, 4, 5) });
    const span = ['2026-11-01', 60] as const;
    const before = noons(weekly, ...span);
    const after = noons(weekly, ...span, removed(5, '2026-12-02T10:00'));
    expect(after.replaceAll(/./g, (digit, n: number) => (before[n] === '5' ? '5' : digit))).toBe(before);
    expect(after.slice(0, 31)).toBe(before.slice(0, 31));
    expect(after.slice(32)).not.toContain('5');
  });
});

describe('whatever changes about one person', () => {
  const first = day('2026-04-01');
  const minutes = (n: number) => at('2026-04-01T00:00').add({ minutes: n });
  const someLayer = fc.record({
    turnDays: fc.integer({ min: 1, max: 8 }),
    days: fc.constantFrom('every', 'workdays', 'daysOff'),
    until: fc.constantFrom('08:30', '20:00', '02:00'),
    members: fc
      .array(
        fc.record({
          n: fc.integer({ min: 1, max: 5 }),
          joins: fc.option(fc.integer({ min: -5, max: 40 })),
          stays: fc.option(fc.integer({ min: 0, max: 40 })),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((list) =>
        list.map(({ n, joins, stays }) => ({
          personId: id(n),
          from: joins === null ? null : first.add({ days: joins }).toString(),
          until: stays === null ? null : first.add({ days: (joins ?? 0) + stays }).toString(),
        })),
      ),
  });
  const span = fc.record({ n: fc.integer({ min: 1, max: 5 }), from: fc.nat(50), length: fc.nat(9) });
  const someLeave = fc
    .array(span, { maxLength: 5 })
    .map((list) =>
      list.map(({ n, from, length }) =>
        away(n, first.add({ days: from }).toString(), first.add({ days: from + length }).toString()),
      ),
    );
  const someGone = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(60 * 1440)), { maxLength: 2 })
    .map((list) => new Map(list.map(([n, minute]) => [id(n), minutes(minute)])));
  const someOverrides = fc.array(
    fc
      .record({ n: fc.option(fc.integer({ min: 1, max: 5 })), from: fc.nat(50 * 24), hours: fc.integer({ min: 1, max: 80 }) })
      .map(({ n, from, hours }) => ({
        layer: 0,
        personId: n === null ? null : id(n),
        from: first.toPlainDateTime().add({ hours: from }).toString({ smallestUnit: 'minute' }),
        until: first.toPlainDateTime().add({ hours: from + hours }).toString({ smallestUnit: 'minute' }),
      })),
    { maxLength: 3 },
  ); // biome-ignore format: at one look
  const hoursOf = (r: Roster, w: World) => {
    const compiled = compileRoster(r, w, first.add({ days: 62 }));
    return Array.from({ length: 60 * 24 * 2 }, (_, n) => onAt(compiled, minutes(n * 30))[0] ?? '');
  };
  /** Only what was this person's differs, and nothing before a half hour. */
  const onlyTheirs = (before: readonly string[], after: readonly string[], who: string, from: number) => {
    for (const [n, was] of before.entries()) {
      if (n * 30 < from || was !== who) expect(after[n], `half hour ${n}`).toBe(was);
    }
  };
  const changed = <T>(change: fc.Arbitrary<T>, check: (r: Roster, w: World, change: T) => void) =>
    fc.assert(
      fc.property(
        someLayer,
        someLeave,
        someGone,
        someOverrides,
        change,
        (over, leaves, gone, overrides, it) =>
          check(roster.parse({ ...oneLayer(over), overrides }), world({ leave: leaves, gone }), it),
      ),
      { numRuns: 60 },
    );

  test('a removal moves nobody else’s turn and nothing gone by', () => {
    changed(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(60 * 48)), (r, w, [n, half]) => {
      if (w.gone.has(id(n))) return;
      const gone = new Map([...w.gone, [id(n), minutes(half * 30)]]);
      const after = hoursOf(r, { ...w, gone });
      onlyTheirs(hoursOf(r, w), after, id(n), half * 30);
      expect(after.slice(half)).not.toContain(id(n));
    });
  });

  test('leave takes their own days alone', () => {
    changed(span, (r, w, { n, from, length }) => {
      const more = away(
        n,
        first.add({ days: from }).toString(),
        first.add({ days: from + length }).toString(),
      );
      onlyTheirs(hoursOf(r, w), hoursOf(r, { ...w, leave: [...w.leave, more] }), id(n), from * 1440);
    });
  });

  test('a last day moves nobody else’s turn; a first day moves nothing before it', () => {
    changed(fc.tuple(fc.nat(5), fc.nat(60)), (r, w, [n, days]) => {
      const [only] = r.layers;
      const member = only?.members[n % only.members.length];
      if (!only || !member || member.until !== null || r.overrides.length > 0) return;
      const until = first.add({ days }).toString();
      if (member.from !== null && member.from > until) return;
      const others = only.members.filter((each) => each !== member);
      const place = only.members.indexOf(member);
      const left = { ...only, members: only.members.with(place, { ...member, until }) };
      const came = { ...only, members: [...only.members, { personId: id(6), from: until, until: null }] };
      const before = hoursOf(r, w);
      if (!others.some(({ personId }) => personId === member.personId))
        onlyTheirs(before, hoursOf({ ...r, layers: [left] }, w), member.personId, days * 1440);
      expect(hoursOf({ ...r, layers: [came] }, w).slice(0, days * 48)).toEqual(before.slice(0, days * 48));
    });
  });
});

test.each([
  [
    'a day that does not exist',
    { overrides: [{ layer: 0, from: '2026-02-30T10:00', until: '2026-03-01T10:00' }] },
  ],
  ['a year nobody meant', { layers: [{ ...oneLayer({}).layers[0], start: '0026-11-24' }] }],
])('%s is refused before it can stop a page', (_, over) => {
  expect(roster.safeParse({ ...oneLayer({}), ...over }).success).toBe(false);
});

test('whatever the leave: nobody is on while away, and a day is a gap only when all are away', () => {
  const spans = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 3 }), from: fc.nat(30), length: fc.nat(6) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(spans, (list) => {
      const first = day('2026-04-01');
      const absences = list.map(({ n, from, length }) =>
        away(n, first.add({ days: from }).toString(), first.add({ days: from + length }).toString()),
      );
      const shown = noons(oneLayer({}), '2026-04-01', 40, world({ leave: absences }));
      [...shown].forEach((digit, n) => {
        const iso = first.add({ days: n }).toString();
        const gone = (person: number) =>
          absences.some((each) => number(each.personId) === person && iso >= each.from && iso <= each.until);
        if (digit === '0') expect([1, 2, 3].every(gone)).toBe(true);
        else expect(gone(Number(digit))).toBe(false);
      });
    }),
  );
});

test.each([
  ['new, from today', undefined, ['2026-11-24', '2026-11-26'], false],
  ['new, from yesterday', undefined, ['2026-11-23', '2026-11-26'], true],
  ['shortened to today', ['2026-11-20', '2026-11-30'], ['2026-11-20', '2026-11-24'], false],
  ['ended the day before yesterday', ['2026-11-20', '2026-11-30'], ['2026-11-20', '2026-11-22'], true],
  ['ended yesterday', ['2026-11-20', '2026-11-30'], ['2026-11-20', '2026-11-23'], false],
  ['removed before it begins', ['2026-11-25', '2026-11-30'], undefined, false],
  ['removed when it is over', ['2026-11-01', '2026-11-02'], undefined, true],
] as const)('leave %s: changes the past', (_, before, after, wanted) => {
  const of = (span: readonly [string, string] | undefined) => span && away(1, span[0], span[1]);
  expect(changesPast(of(before), of(after), '2026-11-24')).toBe(wanted);
});

test('the burden is counted by person: shifts that begin in the span, over midnight, and on a day off', () => {
  const burden = (over: Partial<Record<keyof Layer, unknown>>, from: string, until: string) =>
    loadOf(compileRoster(oneLayer({ members: people(1), ...over }), world(), day('2026-05-01')), at(from), at(until), 'Asia/Tokyo').get(id(1)); // biome-ignore format: a span at one look
  // Friday to Monday; the shift that begins as the span ends is not in it.
  expect(burden({}, '2026-04-03T08:30', '2026-04-06T08:30')).toEqual({ shifts: 3, nights: 3, daysOff: 2 });
  // Until midnight is not over midnight.
  expect(burden({ until: '00:00' }, '2026-04-06T00:00', '2026-04-08T00:00')).toEqual({
    shifts: 2,
    nights: 0,
    daysOff: 0,
  });
  expect(burden({}, '2026-03-01T00:00', '2026-03-02T00:00')).toBeUndefined();
});
