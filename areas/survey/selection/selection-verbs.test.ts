import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { TestHouse } from '../../../test/house.ts';
import { eventsTold, SurveyRoom } from '../../../test/survey-room.ts';
import { findCycle } from '../cycles/index.ts';
import { assignRater, removeRater } from './assign-rater.ts';
import { finishSheet, reopenSheet } from './finish-sheet.ts';
import { keepPicks } from './keep-picks.ts';
import { listCandidates } from './list-candidates.ts';
import { lookAtSelection } from './look-at-selection.ts';
import { lookAtCandidates, lookAtOwnSheet, lookAtRaters } from './look-at-sheets.ts';
import { printRecord } from './print-record.ts';
import { rateCandidate } from './rate-candidate.ts';
import { candidatePage, rating } from './schema.ts';
import { isGenuine, reopenSelection, signSelection } from './sign-selection.ts';
import { startRating } from './start-rating.ts';
import { recordsOf } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const stateOf = async (room: SurveyRoom) =>
  (await reading(room.as('secretary'), (trx) => findCycle(trx, room.cycleId)))?.state;

test('candidates are listed anew until rating starts; two who list at once leave one list', async () => {
  const room = await SurveyRoom.open(house);
  await room.asItWas(() => room.list());
  const list = () => listCandidates(room.as('secretary'), room.cycleId, eventsTold(room.events));
  expect(await room.race(list, list)).toEqual({ won: 2, lost: [] });
  const page = (more: object = {}) =>
    lookAtCandidates(room.as('secretary'), room.cycleId, candidatePage.parse(more));
  expect((await page()).candidates).toHaveLength(6);
  const first = await page({ limit: 4 });
  expect(first).toMatchObject({ next: 'R-0004', tally: { eligible: 6, before: 0, after: 0 } });
  const rest = await page({ limit: 4, after: first.next });
  expect(rest.candidates.map(({ receiptNumber }) => receiptNumber)).toEqual(['R-0005', 'R-0006']);
  expect(rest.next).toBeNull();
  expect(candidatePage.safeParse({ after: 'x' }).success).toBe(false);
  await room.rating();
  await expect(room.list()).rejects.toMatchObject({ code: 'conflict' });
});

test('raters are people who may rate, two at least, and none goes who has given something', async () => {
  const room = await SurveyRoom.open(house);
  const { cycleId, ids } = room;
  const secretary = room.as('secretary');
  const assign = (who: keyof typeof ids) => assignRater(secretary, cycleId, ids[who]);
  await expect(assign('responder')).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });
  await expect(assignRater(room.as('first'), cycleId, ids.first)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await room.asItWas(() => assign('first'));
  expect(await room.race(() => assign('first'), () => assign('first'))).toEqual({ won: 1, lost: ['invalid'] }); // biome-ignore format: one line
  await expect(startRating(secretary, cycleId)).rejects.toMatchObject({ code: 'conflict' });
  await assign('second');
  await expect(startRating(secretary, cycleId)).rejects.toMatchObject({ code: 'conflict' });
  await room.list();
  await room.asItWas(() => startRating(secretary, cycleId));
  const start = () => startRating(secretary, cycleId);
  expect(await room.race(start, start)).toEqual({ won: 1, lost: ['conflict'] });
  const remove = (who: keyof typeof ids) => removeRater(secretary, cycleId, ids[who]);
  await expect(remove('second')).rejects.toMatchObject({ code: 'conflict' });
  await assign('third');
  await room.rate('first');
  await expect(remove('first')).rejects.toMatchObject({ code: 'conflict' });
  await room.asItWas(() => remove('third'));
  expect(await room.race(() => remove('third'), () => remove('third'))).toEqual({ won: 1, lost: ['not-found'] }); // biome-ignore format: one line
});

test('who prepares a survey may rate in it too, and is kept apart from when rating starts', async () => {
  const room = await SurveyRoom.open(house);
  const { cycleId, ids, orgId } = room;
  const id = await house.person(orgId, ['secretariat', 'rater']);
  const both = house.as(orgId, id, ['secretariat', 'rater']);
  await assignRater(both, cycleId, id);
  await assignRater(both, cycleId, ids.first);
  await assignRater(both, cycleId, ids.second);
  await removeRater(both, cycleId, ids.second);
  expect((await lookAtRaters(both, cycleId)).map(({ raterId }) => raterId).sort()).toEqual([id, ids.first].sort()); // biome-ignore format: one line
  await room.list();
  await startRating(both, cycleId);
  expect((await lookAtRaters(both, cycleId)).map(({ raterId }) => raterId)).toEqual([id]);
  await expect(assignRater(both, cycleId, ids.second)).rejects.toMatchObject({ code: 'conflict' });
});

test('a rater rates until the sheet is locked, and locks it when nothing is missing', async () => {
  const room = await SurveyRoom.open(house);
  const { cycleId } = room;
  await room.rating();
  const rate = (score: number) => rateCandidate(room.as('first'), cycleId, room.event(0), room.given(score));
  await room.asItWas(() => rate(1));
  expect(await room.race(() => rate(1), () => rate(2))).toEqual({ won: 2, lost: [] }); // biome-ignore format: one line
  await expect(rateCandidate(room.as('third'), cycleId, room.event(0), room.given(1))).rejects.toMatchObject({ code: 'not-found' }); // biome-ignore format: one line
  await expect(rateCandidate(room.as('secretary'), cycleId, room.event(0), room.given(1))).rejects.toMatchObject({ code: 'forbidden' }); // biome-ignore format: one line
  const strange = rating.parse({ scores: { luck: { score: 1 } } });
  await expect(rateCandidate(room.as('first'), cycleId, room.event(0), strange)).rejects.toMatchObject({ details: { fields: [{ field: 'scores.luck' }] } }); // biome-ignore format: one line
  const lock = () => finishSheet(room.as('first'), cycleId);
  await expect(lock()).rejects.toMatchObject({ code: 'invalid', details: { fields: { length: 5 } } });
  await room.rate('first');
  await rateCandidate(room.as('first'), cycleId, room.event(5), rating.parse({ abstained: '担当した事業者のため' })); // biome-ignore format: one line
  await room.asItWas(lock);
  expect(await room.race(lock, lock)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(rate(0)).rejects.toMatchObject({ code: 'conflict' });
  const sheet = await lookAtOwnSheet(room.as('first'), cycleId);
  expect(sheet.lockedAt).not.toBeNull();
  expect(sheet.candidates[1]).toMatchObject({
    missing: [],
    alike: { sameType: 5, sameCause: 2, earlier: 0 },
  });
});

test('a sheet is opened again for a reason, by the secretariat, while no other is locked', async () => {
  const room = await SurveyRoom.open(house);
  const { cycleId, ids } = room;
  await room.rating();
  for (const name of ['first', 'second'] as const) await room.rate(name);
  await finishSheet(room.as('first'), cycleId);
  const unlock = (reason = '点の付け間違い') => reopenSheet(room.as('secretary'), cycleId, ids.first, reason);
  await expect(unlock('')).rejects.toMatchObject({ details: { fields: [{ field: 'reason' }] } });
  await expect(reopenSheet(room.as('first'), cycleId, ids.first, 'x')).rejects.toMatchObject({ code: 'forbidden' }); // biome-ignore format: one line
  await room.asItWas(() => unlock());
  expect(await room.race(() => unlock(), () => unlock())).toEqual({ won: 1, lost: ['conflict'] }); // biome-ignore format: one line
  await finishSheet(room.as('first'), cycleId);
  // Opened for one while the other is locked: one of them would know of the other.
  const both = await room.race(() => unlock(), () => finishSheet(room.as('second'), cycleId)); // biome-ignore format: one line
  expect(both.won).toBeGreaterThan(0);
  const open = await lookAtOwnSheet(room.as('first'), cycleId);
  if (open.lockedAt === null) await finishSheet(room.as('first'), cycleId);
  await expect(unlock()).rejects.toMatchObject({ code: 'conflict' });
});

test('results are shown once all are done; a pick out of order or contested needs a reason', async () => {
  const room = await SurveyRoom.open(house);
  const { cycleId } = room;
  await room.rating();
  await expect(lookAtSelection(room.as('first'), cycleId)).rejects.toMatchObject({ code: 'conflict' });
  await expect(lookAtSelection(room.as('secretary'), cycleId)).rejects.toMatchObject({ code: 'conflict' });
  await room.rate('first', [3, 2, 2, 1, 1, 0]);
  await room.rate('second', [3, 3, 1, 1, 0, 0]);
  for (const name of ['first', 'second'] as const) await finishSheet(room.as(name), cycleId);
  const seen = await lookAtSelection(room.as('first'), cycleId);
  expect(seen.ranked.map(({ rank, total }) => [rank, total])).toEqual([[1, 21], [2, 17.5], [3, 10.5], [4, 7], [5, 3.5], [6, 0]]); // biome-ignore format: a table
  expect(seen.ranked[1]?.scores['trend']).toEqual({ median: 2.5, low: 2, high: 3 });
  expect(seen.agreement['trend']).toMatchObject({ units: 6, low: false });
  expect(seen.agreement['responseQuality']).toMatchObject({ alpha: null, low: false });
  const keep = (events: readonly number[], reason = '', at = 0) =>
    keepPicks(room.as('secretary'), cycleId, {
      picks: events.map((n) => ({ eventId: room.event(n), reason })),
      seen: at,
    });
  await expect(keep([0, 2])).rejects.toMatchObject({ details: { fields: [{ field: 'picks.1.reason' }] } });
  await expect(keep([0, 0])).rejects.toMatchObject({ details: { fields: [{ field: 'picks.1.eventId' }] } });
  await room.asItWas(() => keep([0, 2], '同種の事例がない'));
  expect(await room.race(() => keep([0, 1]), () => keep([0, 2], '同種の事例がない'))).toEqual({ won: 1, lost: ['conflict'] }); // biome-ignore format: one line
  await keep([0, 2], '同種の事例がない', 1);
  const now = await lookAtSelection(room.as('secretary'), cycleId);
  expect(now).toMatchObject({ seen: 2, choose: 2 });
  expect(now.ranked.filter(({ picked }) => picked).map(({ needs }) => needs)).toEqual([[], ['outOfOrder']]);
  expect(now.warnings).toContainEqual({ kind: 'none', sector: 'medical', candidates: 1, chosen: 0 });
  expect(now.withoutRater.map(({ lost }) => lost)).toEqual([[room.event(2)], []]);
});

test('weights that decide make a pick contested', async () => {
  const room = await SurveyRoom.open(house, 1);
  const { cycleId } = room;
  await room.rating();
  const split = (heavy: boolean) => {
    const base = room.given(1);
    const keys = Object.keys(base.scores);
    const scores = Object.fromEntries(keys.map((key, n) => [key, { score: n < 3 === heavy ? 3 : 1, evidence: 'x' }])); // biome-ignore format: one line
    return { ...base, scores };
  };
  for (const name of ['first', 'second'] as const) {
    await room.rate(name, [0, 0, 0, 0, 0, 0]);
    await rateCandidate(room.as(name), cycleId, room.event(0), split(false));
    await rateCandidate(room.as(name), cycleId, room.event(1), split(true));
    await finishSheet(room.as(name), cycleId);
  }
  const pick = (reason: string) =>
    keepPicks(room.as('secretary'), cycleId, { picks: [{ eventId: room.event(0), reason }], seen: 0 });
  await expect(pick('')).rejects.toMatchObject({ details: { fields: [{ field: 'picks.0.reason' }] } });
  await pick('被害が国民に広く及んだため');
  const { ranked } = await lookAtSelection(room.as('secretary'), cycleId);
  expect(ranked[0]?.needs).toEqual(['contested']);
  expect(ranked[0]?.nearlyEqual).toBeGreaterThan(ranked[0]?.anyWeights ?? 1);
});

test('a selection is signed with all it rests on; reopened for a reason, another record follows', async () => {
  const room = await SurveyRoom.open(house);
  const { cycleId } = room;
  await room.rated();
  const secretary = room.as('secretary');
  const sign = () => signSelection(secretary, cycleId);
  await expect(sign()).rejects.toMatchObject({ code: 'conflict' });
  // The second and the third are level: neither is out of order, and which of them is in is open.
  const picks = [0, 1].map((n) => ({ eventId: room.event(n), reason: n === 1 ? '分野の均衡のため' : '' }));
  await keepPicks(secretary, cycleId, { picks, seen: 0 });
  await room.asItWas(sign);
  expect(await room.race(sign, sign)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await stateOf(room)).toBe('selected');
  const [record] = await reading(secretary, (trx) => recordsOf(trx, cycleId));
  expect(record && isGenuine(record)).toBe(true);
  expect(record && isGenuine({ ...record, text: record.text.replace('均衡', '都合') })).toBe(false);
  const said = JSON.parse(record?.text ?? '{}') as { ranked: { picked: boolean; reason: string }[] };
  expect(said).toMatchObject({ kind: 'sonae selection record', number: 1, draws: 10_000, seed: 2024 });
  expect(said.ranked.filter(({ picked }) => picked).map(({ reason }) => reason)).toEqual(['', '分野の均衡のため']); // biome-ignore format: one line
  await expect(keepPicks(secretary, cycleId, { picks, seen: 1 })).rejects.toMatchObject({ code: 'conflict' });
  await expect(reopenSelection(secretary, cycleId, '')).rejects.toMatchObject({ code: 'invalid' });
  const reopen = () => reopenSelection(secretary, cycleId, '事業者が協力を取り下げた');
  await room.asItWas(reopen);
  expect(await room.race(reopen, reopen)).toEqual({ won: 1, lost: ['conflict'] });
  await keepPicks(secretary, cycleId, { picks: picks.slice(0, 1), seen: 1 });
  expect(await sign()).toMatchObject({ number: 2 });
  const print = (format: 'pdf' | 'json', number?: number) =>
    printRecord(room.as('first'), cycleId, { number, format, language: 'ja' });
  const file = JSON.parse(Buffer.from(await print('json', 1)).toString()) as {
    record: object;
    sha256: string;
  };
  expect(createHash('sha256').update(canonicalJson(file.record)).digest('hex')).toBe(file.sha256);
  expect(file).toMatchObject({ record: { number: 1 } });
  const pdf = Buffer.from(await print('pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(print('pdf', 3)).rejects.toMatchObject({ code: 'not-found' });
  expect((await reading(secretary, (trx) => recordsOf(trx, cycleId))).map(({ number }) => number)).toEqual([2, 1]); // biome-ignore format: one line
});
