import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { keptCalendar } from '../calendars/rules.ts';
import { calendar } from '../calendars/schema.ts';
import { foundOrganisationWithLedger } from '../parties/found-organisation.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { knownRosters } from './roster-memory.ts';
import { compileRoster } from './rules.ts';
import { layer, roster } from './schema.ts';

let house: TestHouse;
const clock = new StoryClock('2026-06-01T00:00:00Z');
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

/** Three take a workday each, from the first of June, a Monday, by a calendar that is called `works`. */
async function staffed(zone = 'Asia/Tokyo') {
  const orgId = newId();
  const ctx = () => house.system(orgId);
  await foundOrganisationWithLedger(ctx(), { id: orgId, name: 'T', timeZone: zone, demo: false });
  const members: { personId: string }[] = [];
  for (const letter of 'abc')
    members.push({ personId: await house.person(orgId, ['responder'], `${letter}-${orgId}@x.jp`) });
  const works = (version: number, over: object = {}, key = 'works') =>
    keepEntry(ctx(), 'calendars', version, { key, name: '営業日', publicHolidays: 'none', closures: [], ...over });
  const duty = (version: number, over: object = {}, layers: object = {}) =>
    keepEntry(ctx(), 'rosters', version, {
      key: 'duty',
      name: '当番',
      calendar: 'works',
      ...over,
      layers: [{ name: '一次', from: '09:00', until: '18:00', days: 'workdays', start: '2026-06-01', members, ...layers }],
    });
  /** Who has which day of June from the first, as letters; - is a day off. */
  const june = async () => {
    const known = await reading(ctx(), (trx) => knownRosters(trx, orgId, ctx().now));
    const shifts = known[0]?.compiled.layers[0] ?? [];
    return Array.from({ length: 19 }, (_, n) => {
      const day = `2026-06-${String(n + 1).padStart(2, '0')}`;
      const on = shifts.find((shift) => shift.day === day)?.personId;
      return on ? 'abc'[members.findIndex(({ personId }) => personId === on)] : '-';
    }).join('');
  };
  const firstStart = async () =>
    (await reading(ctx(), (trx) => knownRosters(trx, orgId, ctx().now)))[0]?.compiled.layers[0]?.[0]?.start.toString();
  return { ctx, works, duty, june, firstStart };
} // biome-ignore format: at one look

describe('a calendar that is written anew', () => {
  test('moves no turn that has begun, whatever it says of days gone by; days to come are by it', async () => {
    const { works, duty, june } = await staffed();
    await works(0);
    await duty(0);
    expect(await june()).toBe('abcab--cabca--bcabc');
    clock.advance({ hours: 9 * 24 + 3 });
    // The tenth, a Wednesday, noon. Days gone by, today and a day to come are closed; a Saturday gone by is opened.
    await works(1, { closedOn: ['2026-06-02', '2026-06-10', '2026-06-12'], openOn: ['2026-06-06'] });
    expect(await june()).toBe('abcab--cabc---abcab');
    // Cleared away: what is over was so all the same, and the eighth stays the third's.
    await works(2, {});
    expect(await june()).toBe('abcab--cabca--bcabc');
    await works(3, { workdays: [1, 2, 3] });
    expect(await june()).toBe('abcab--cab----cab--');
    clock.advance({ hours: -(9 * 24 + 3) });
  });

  test('may not move the hours of a roster to another zone, and a roster no turns gone by to another calendar', async () => {
    const { works, duty, june } = await staffed();
    await works(0);
    await works(0, { workdays: [1, 2, 4, 5] }, 'other');
    await duty(0);
    clock.advance({ hours: 216 });
    await expect(works(1, { timeZone: 'Europe/Berlin' })).rejects.toThrow('当番');
    await works(1, { timeZone: 'Europe/Berlin' }, 'other');
    await works(2, { workdays: [1, 2, 4, 5] }, 'other');
    await expect(duty(1, { calendar: 'other' })).rejects.toMatchObject({ code: 'conflict' });
    await duty(1, { calendar: 'other' }, { start: '2026-06-11' });
    expect((await june()).slice(10)).toBe('ab--ca-bc');
    clock.advance({ hours: -216 });
  });

  test('whoever names none goes by everybody’s, as whoever is called does; where nobody wrote one, by the organisation’s hours', async () => {
    const { works, duty, june, firstStart } = await staffed('Europe/Berlin');
    await duty(0, { calendar: null });
    expect(await firstStart()).toBe('2026-06-01T07:00:00Z');
    // Of another zone it would move all of them.
    await expect(works(0, { timeZone: 'Asia/Tokyo' }, 'usual')).rejects.toMatchObject({ code: 'conflict' });
    clock.advance({ hours: 48 });
    await works(0, { timeZone: 'Europe/Berlin', workdays: [1, 2, 3, 4] }, 'usual');
    expect((await june()).slice(0, 9)).toBe('abca---bc');
    clock.advance({ hours: -48 });
  });

  test('at whatever moment, it leaves every turn that has begun as it was', () => {
    const first = Temporal.PlainDate.from('2026-06-01');
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const duty = (turnDays: number, days: string) =>
      roster.parse({
        key: 'r',
        name: 'r',
        layers: [layer.parse({ name: 'l', from: '20:00', until: '08:00', days, turnDays, start: first.toString(), members: [1, 2, 3].map((n) => ({ personId: id(n) })) })],
      });
    const some = fc.record({
      after: fc.integer({ min: 1, max: 40 * 24 }),
      workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      closedOn: fc.array(fc.integer({ min: 0, max: 60 }).map((n) => first.add({ days: n }).toString()), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom('workdays', 'daysOff'), (changes, turnDays, days) => {
        const begin = first.toZonedDateTime('Asia/Tokyo').toInstant();
        const written = [{ after: 0, workdays: [1, 2, 3, 4, 5], closedOn: [] }, ...changes]
          .map(({ after, ...over }) => ({ key: 'c', entry: calendar.parse({ key: 'c', name: 'c', ...over }), changedAt: begin.add({ hours: after }) }))
          .toSorted((a, b) => Temporal.Instant.compare(a.changedAt, b.changedAt));
        const shiftsBy = (n: number) => {
          const { now, earlier } = keptCalendar(written.slice(0, n), begin, (all) => all[0] ?? calendar.parse({ key: 'c', name: 'c' }));
          const world = { calendar: now, earlier, holidays: JAPANESE_HOLIDAYS, leave: [], gone: new Map() };
          return compileRoster(duty(turnDays, days), world, first.add({ days: 70 })).layers[0] ?? [];
        };
        for (let n = 1; n < written.length; n += 1) {
          const at = written[n]?.changedAt ?? begin;
          const begun = (list: ReturnType<typeof shiftsBy>) => list.filter(({ start }) => Temporal.Instant.compare(start, at) <= 0).map(({ personId, start }) => `${start} ${personId}`);
          expect(begun(shiftsBy(n + 1))).toEqual(begun(shiftsBy(n)));
        }
      }),
      { numRuns: 100 },
    );
  });
}); // biome-ignore format: at one look
