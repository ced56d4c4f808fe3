import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { makeFeed, revokeFeed } from '../calendar-feeds/make-feed.ts';
import { feedsOf } from '../calendar-feeds/store.ts';
import { takeLeave } from '../calendar-feeds/take-leave.ts';
import { listRuns } from '../call-runs/list-runs.ts';
import { beginRun, finishRun, logCall } from '../call-runs/run-calls.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { readRegister } from '../registers/index.ts';
import { lookAhead } from '../rosters/look-ahead.ts';
import { ROSTERS } from '../rosters/register.ts';
import { answerSwap } from './answer-swap.ts';
import { askSwap } from './ask-swap.ts';

let house: TestHouse;
beforeAll(async () => {
  // A Wednesday morning in Tokyo.
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-06-10T00:00:00Z') });
});
afterAll(() => house.close());

async function staffed() {
  const orgId = await house.organisation();
  const [a, b, c] = [
    await house.person(orgId, ['responder'], `a-${orgId}@x.jp`),
    await house.person(orgId, ['commander'], `b-${orgId}@x.jp`),
    await house.person(orgId, ['system-owner'], `c-${orgId}@x.jp`),
  ];
  const ctx = () => house.system(orgId);
  await keepEntry(ctx(), 'rosters', 0, {
    key: 'duty',
    name: '当番',
    layers: [
      {
        name: '一次',
        from: '09:00',
        until: '09:00',
        start: '2026-06-08',
        members: [a, b].map((personId) => ({ personId })),
      },
    ],
  });
  const who = async (day: string) =>
    (await lookAhead(ctx(), 'duty')).shifts.filter((shift) => shift.day === day).map(({ person }) => person);
  return { orgId, ctx, a, b, c, who, as: (id: string) => house.as(orgId, id, ['responder']) };
}

test('a turn moves when the other agrees, not before, and only one’s own', async () => {
  const { a, b, c, who, as } = await staffed();
  // The tenth is a's, the eleventh b's.
  const turn = { roster: 'duty', layer: 0, from: '2026-06-12T09:00', until: '2026-06-13T09:00', note: '' };
  expect(await who('2026-06-12')).toEqual(['responder']);
  await expect(askSwap(as(b), { ...turn, takerId: c })).rejects.toMatchObject({ code: 'invalid' });
  await expect(askSwap(as(a), { ...turn, takerId: a })).rejects.toMatchObject({ code: 'invalid' });
  await expect(askSwap(as(a), { ...turn, until: '2026-06-13T10:00', takerId: c })).rejects.toMatchObject({
    code: 'invalid',
  });
  const { id } = await askSwap(as(a), { ...turn, takerId: c });
  expect(await who('2026-06-12')).toEqual(['responder']);
  await expect(answerSwap(as(b), id, 'agree')).rejects.toMatchObject({ code: 'not-found' });
  await expect(answerSwap(as(a), id, 'agree')).rejects.toMatchObject({ code: 'not-found' });
  await answerSwap(as(c), id, 'agree');
  expect(await who('2026-06-12')).toEqual(['system-owner']);
  await expect(answerSwap(as(c), id, 'decline')).rejects.toMatchObject({ code: 'conflict' });
});

test('what is declined or withdrawn moves nothing; a turn that is no longer theirs cannot be taken', async () => {
  const { a, b, c, who, as, ctx } = await staffed();
  const turn = { roster: 'duty', layer: 0, from: '2026-06-12T09:00', until: '2026-06-12T18:00', note: '' };
  for (const [by, answer] of [
    [c, 'decline'],
    [a, 'withdraw'],
  ] as const) {
    const { id } = await askSwap(as(a), { ...turn, takerId: c });
    await answerSwap(as(by), id, answer);
  }
  const { id } = await askSwap(as(a), { ...turn, takerId: c });
  const [stored] = await reading(ctx(), (trx) => readRegister(trx, ROSTERS));
  const override = { layer: 0, personId: b, from: turn.from, until: turn.until, reason: '' };
  await keepEntry(ctx(), 'rosters', stored?.version ?? 0, { ...stored?.entry, overrides: [override] });
  await expect(answerSwap(as(c), id, 'agree')).rejects.toMatchObject({ code: 'conflict' });
  expect(await who('2026-06-12')).toEqual(['commander', 'responder']);
});

test('a calendar address shows one’s own turns until it is revoked or its owner leaves', async () => {
  const { a, b, as, ctx, orgId } = await staffed();
  const get = async (url: string) =>
    house.assembly.http?.inject({ method: 'GET', url: new URL(url).pathname });
  const mine = await makeFeed(as(a), null);
  const all = await makeFeed(as(b), 'duty');
  const own = (await get(mine.url))?.body ?? '';
  expect(own).toContain('BEGIN:VCALENDAR');
  // Nine in the morning in Tokyo is midnight in UTC; every second day is theirs.
  expect(own).toContain('DTSTART:20260610T000000Z');
  expect(own).not.toContain('DTSTART:20260611T000000Z');
  expect((await get(all.url))?.body).toContain('DTSTART:20260611T000000Z');
  expect((await get(mine.url.replace('cal_', 'cal_x')))?.statusCode).toBe(404);
  await expect(makeFeed(as(a), 'nothing')).rejects.toMatchObject({ code: 'invalid' });
  const [feed] = await reading(ctx(), (trx) => feedsOf(trx, a));
  await expect(revokeFeed(as(b), feed?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  await revokeFeed(as(a), feed?.id ?? '');
  expect((await get(mine.url))?.statusCode).toBe(404);
  await house.person(orgId, ['administrator'], `d-${orgId}@x.jp`);
  await removePerson(ctx(), b);
  expect((await get(all.url))?.statusCode).toBe(410);
});

test('absences of a calendar become leave, once; the turn goes to the next', async () => {
  const { a, ctx, who } = await staffed();
  const ics =
    'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:v\nSUMMARY:休暇\nDTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260613\nEND:VEVENT\nEND:VCALENDAR';
  expect(await takeLeave(ctx(), { personId: a, ics })).toMatchObject({ added: 1, known: 0 });
  expect(await takeLeave(ctx(), { personId: a, ics })).toMatchObject({ added: 0, known: 1 });
  expect(await who('2026-06-12')).toEqual(['commander']);
});

test('a call run keeps who was reached, when, by whom and which deputy; ended it stays as it was', async () => {
  const { a, b, c, ctx, as } = await staffed();
  await keepEntry(ctx(), 'call-trees', 0, {
    key: 'cyberattack.day',
    name: '平日昼',
    cause: 'cyberAttack',
    band: 'day',
    steps: [{ roster: 'duty', deputyIds: [b] }, { personId: c }],
  });
  const { id } = await beginRun(as(c), { cause: 'cyberAttack', drill: true, site: null, incidentId: null });
  await logCall(as(c), id, { position: 0, outcome: 'voicemail' });
  await logCall(as(c), id, { position: 1, outcome: 'reached' });
  await expect(logCall(as(c), id, { position: 9, outcome: 'reached' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await finishRun(as(c), id);
  await expect(logCall(as(c), id, { position: 2, outcome: 'reached' })).rejects.toMatchObject({
    code: 'conflict',
  });
  const [run] = await listRuns(ctx(), undefined);
  expect(run).toMatchObject({
    band: 'day',
    tree: 'cyberattack.day',
    drill: true,
    begunBy: 'system-owner',
    reached: 1,
    calls: [
      { name: 'responder', deputyOf: null, outcome: 'voicemail', by: 'system-owner' },
      { name: 'commander', deputyOf: 'responder', outcome: 'reached', at: '2026-06-10T00:00:00Z' },
      { name: 'system-owner', outcome: null, at: null },
    ],
  });
  expect(a).not.toBe(c);
});
