import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { gatherRegisters } from '../readiness/gather-registers.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { readRegister } from '../registers/index.ts';
import { answerSwap } from '../swaps/answer-swap.ts';
import { askSwap } from '../swaps/ask-swap.ts';
import { lookAhead } from './look-ahead.ts';
import { ROSTERS } from './register.ts';
import { knownRosters } from './roster-memory.ts';

let house: TestHouse;
const clock = new StoryClock('2026-06-10T03:20:00Z');
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

/** Three take a day each from nine to nine; it is twenty past twelve on the tenth, the third's day. */
async function staffed() {
  const orgId = await house.organisation();
  await house.person(orgId, ['administrator'], `d-${orgId}@x.jp`);
  const [a, b, c, d] = [
    await house.person(orgId, ['responder'], `a-${orgId}@x.jp`),
    await house.person(orgId, ['commander'], `b-${orgId}@x.jp`),
    await house.person(orgId, ['system-owner'], `c-${orgId}@x.jp`),
    await house.person(orgId, ['site-staff'], `e-${orgId}@x.jp`),
  ];
  const letters = new Map([a, b, c, d].map((id, n) => [id, 'abcd'[n]]));
  const ctx = () => house.system(orgId);
  const roster = (over: object = {}) => ({
    key: 'duty',
    name: '当番',
    layers: [
      {
        name: '一次',
        from: '09:00',
        until: '09:00',
        start: '2026-06-08',
        members: [a, b, c].map((personId) => ({ personId })),
        ...over,
      },
    ],
  });
  await keepEntry(ctx(), 'rosters', 0, roster());
  const stored = async () => (await reading(ctx(), (trx) => readRegister(trx, ROSTERS)))[0];
  /** Who is on, as letters with the hour of June their stretch begins. */
  const turns = async () => {
    const known = await reading(ctx(), (trx) => knownRosters(trx, orgId, ctx().now));
    return (known[0]?.compiled.layers[0] ?? []).slice(0, 9).map(({ personId, start }) => {
      const { day, hour } = start.toZonedDateTimeISO('Asia/Tokyo');
      return `${letters.get(personId ?? '') ?? '-'}${day}/${hour}`;
    });
  };
  const leave = (personId: string, from: string, until = from) =>
    keepEntry(ctx(), 'leave', 0, {
      key: `l-${from}-${letters.get(personId)}`,
      name: '休暇',
      personId,
      from,
      until,
    });
  const cover = async () => (await reading(ctx(), (trx) => gatherRegisters(trx, orgId, ctx().now))).rosters;
  return { orgId, ctx, a, b, c, d, roster, stored, turns, leave, cover, as: (id: string) => house.as(orgId, id, ['responder']) }; // biome-ignore format: at one look
}

test('a removal ends the turn under way and those to come; what was stays, and nobody else’s moves', async () => {
  const { ctx, c, turns } = await staffed();
  expect(await turns()).toEqual('a8/9 b9/9 c10/9 a11/9 b12/9 c13/9 a14/9 b15/9 c16/9'.split(' '));
  await removePerson(ctx(), c);
  expect(await turns()).toEqual('a8/9 b9/9 c10/9 a10/12 a11/9 b12/9 b13/9 a14/9 b15/9'.split(' '));
});

test('leave told in the middle of a turn holds from then on, also once it is changed or taken back', async () => {
  const { leave, c, ctx, turns } = await staffed();
  await leave(c, '2026-06-10');
  expect((await turns()).slice(1, 5)).toEqual(['b9/9', 'c10/9', 'a10/12', 'a11/9']);
  clock.advance({ hours: 2 });
  await keepEntry(ctx(), 'leave', 1, {
    key: 'l-2026-06-10-c',
    name: '休暇',
    personId: c,
    from: '2026-06-13',
    until: '2026-06-13',
  });
  expect((await turns()).slice(1, 7)).toEqual(['b9/9', 'c10/9', 'a10/12', 'c10/14', 'a11/9', 'b12/9']);
  clock.advance({ hours: -2 });
});

test('an override and a swap of who leaves fall away, named where they are removed, on the screen and in readiness', async () => {
  const { ctx, a, d, as, turns, stored, cover } = await staffed();
  const swap = { roster: 'duty', layer: 0, note: '', takerId: d };
  const { id } = await askSwap(as(a), { ...swap, from: '2026-06-11T09:00', until: '2026-06-12T09:00' });
  await answerSwap(as(d), id, 'agree');
  const open = await askSwap(as(a), { ...swap, from: '2026-06-14T09:00', until: '2026-06-15T09:00' });
  expect((await turns())[3]).toBe('d11/9');
  expect(await cover()).toMatchObject([{ gaps: 0, fallen: 0 }]);
  const { breaks } = await removePerson(ctx(), d);
  expect(breaks).toEqual([
    { roster: '当番', layer: '一次', from: '2026-06-11T00:00:00Z', until: '2026-06-12T00:00:00Z' },
  ]);
  expect((await turns())[3]).toBe('a11/9');
  const ahead = await lookAhead(ctx(), 'duty');
  expect(ahead.fallen).toMatchObject([{ person: 'site-staff', why: 'left', layer: '一次' }]);
  expect(await cover()).toMatchObject([{ gaps: 0, fallen: 1 }]);
  // What was asked and not answered is taken back, and the roster can still be written.
  await expect(answerSwap(as(a), open.id, 'withdraw')).rejects.toMatchObject({ code: 'conflict' });
  const now = await stored();
  await keepEntry(ctx(), 'rosters', now?.version ?? 0, { ...now?.entry, handOver: '鍵' });
});

test('who is on leave cannot take a turn; leave told afterwards says what falls away', async () => {
  const { a, d, as, leave, turns } = await staffed();
  const swap = { roster: 'duty', layer: 0, note: '', takerId: d };
  const on = (day: string, next: string) => ({ ...swap, from: `2026-06-${day}T09:00`, until: `2026-06-${next}T09:00` });
  const { id } = await askSwap(as(a), on('11', '12'));
  await leave(d, '2026-06-11');
  await expect(answerSwap(as(d), id, 'agree')).rejects.toMatchObject({ code: 'conflict' });
  await expect(askSwap(as(a), on('11', '12'))).rejects.toMatchObject({ code: 'invalid' });
  const later = await askSwap(as(a), on('14', '15'));
  await answerSwap(as(d), later.id, 'agree');
  expect((await turns())[6]).toBe('d14/9');
  const { breaks } = await leave(d, '2026-06-14');
  expect(await leave(d, '2026-07-14')).toEqual({ version: 1, breaks });
  expect(breaks).toMatchObject([{ from: '2026-06-14T00:00:00Z', until: '2026-06-15T00:00:00Z' }]);
  expect((await turns())[6]).toBe('a14/9');
}); // biome-ignore format: at one look

test('members come with a first day and go with a last one: no other way moves turns that have begun', async () => {
  const { ctx, a, b, c, d, roster, turns } = await staffed();
  const of = (...members: object[]) => roster({ members });
  const three = [a, b, c].map((personId) => ({ personId }));
  for (const members of [
    three.slice(0, 2),
    [{ personId: d, from: '2026-06-11' }, ...three.slice(1)],
    [...three.slice(0, 2), { personId: c, until: '2026-06-09' }],
  ])
    await expect(keepEntry(ctx(), 'rosters', 1, of(...members))).rejects.toMatchObject({ code: 'conflict' });
  await keepEntry(ctx(), 'rosters', 1, of(...three, { personId: d, from: '2026-06-12' }));
  expect(await turns()).toEqual('a8/9 b9/9 c10/9 a11/9 b12/9 c13/9 a14/9 d15/9 b16/9'.split(' '));
  await keepEntry(ctx(), 'rosters', 2, of(...three.slice(0, 2), { personId: c, until: '2026-06-10' }));
  expect(await turns()).toEqual('a8/9 b9/9 c10/9 a11/9 b12/9 b13/9 a14/9 b15/9 a16/9'.split(' '));
  // Dealt anew from another day, with fewer: that is another rotation.
  await keepEntry(ctx(), 'rosters', 3, roster({ start: '2026-06-11', members: three.slice(0, 2) }));
  expect((await turns()).slice(0, 3)).toEqual(['a11/9', 'b12/9', 'a13/9']);
});

test('an override of a layer that is not there is refused, and one whose layer is taken out with it too', async () => {
  const { ctx, roster, a } = await staffed();
  const [first] = roster().layers;
  const over = (layer: number) => ({
    layer,
    personId: a,
    from: '2026-06-20T09:00',
    until: '2026-06-21T09:00',
  });
  const keep = (version: number, layers: number, ...overrides: object[]) =>
    keepEntry(ctx(), 'rosters', version, { ...roster(), layers: Array(layers).fill(first), overrides });
  const refused = (n: number) => ({
    code: 'invalid',
    details: { fields: [{ field: `overrides.${n}.layer` }] },
  });
  await expect(keep(1, 1, over(1))).rejects.toMatchObject(refused(0));
  await keep(1, 2, over(0), over(1));
  await expect(keep(2, 1, over(0), over(1))).rejects.toMatchObject(refused(1));
  await keep(2, 1, over(0));
});

test('a turn that has begun is handed over from now on: who was on until then was', async () => {
  const { c, d, as, turns } = await staffed();
  const swap = { roster: 'duty', layer: 0, note: '', takerId: d };
  const { id } = await askSwap(as(c), { ...swap, from: '2026-06-10T09:00', until: '2026-06-11T09:00' });
  await answerSwap(as(d), id, 'agree');
  expect((await turns()).slice(1, 5)).toEqual(['b9/9', 'c10/9', 'd10/12', 'a11/9']);
});

test('layers that are moved or taken out take no override into another layer', async () => {
  const { ctx, roster, a, d } = await staffed();
  const [first] = roster().layers;
  const layers = (...names: string[]) =>
    names.map((name) => ({ ...first, name, from: name === '一次' ? '09:00' : '10:00' }));
  const over = (layer: number) => ({
    layer,
    personId: d,
    from: '2026-06-20T10:00',
    until: '2026-06-21T10:00',
  });
  const keep = (version: number, names: string[], ...overrides: object[]) =>
    keepEntry(ctx(), 'rosters', version, { ...roster(), layers: layers(...names), overrides });
  const refused = { code: 'invalid', details: { fields: [{ field: 'overrides.0.layer' }] } };
  await keep(1, ['一次', '二次'], over(0));
  await expect(keep(2, ['二次', '一次'], over(0))).rejects.toMatchObject(refused);
  await expect(keep(2, ['二次'], over(0))).rejects.toMatchObject(refused);
  await keep(2, ['二次', '一次'], over(1));
  // Called otherwise it is the same layer, and what is new is meant as it is written.
  await keep(3, ['二次', '夜間'], over(1), { ...over(0), personId: a });
});
