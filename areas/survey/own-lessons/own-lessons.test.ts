import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import {
  carry as carried,
  member,
  waiting as packages,
  pin,
  type Side,
} from '../../../test/carried-packages.ts';
import { TestHouse } from '../../../test/house.ts';
import { firstOf, publishedLessons } from '../../../test/published-lessons.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import type { Accepted } from '../exchange/index.ts';
import { readReceived } from '../exchange/read-file.ts';
import { receivePackage } from '../exchange/receive-package.ts';
import { KINDS } from '../kinds.ts';
import { hashOfLesson, hashOfLessons } from '../lessons/index.ts';
import { lookAtLessonCounts } from '../lessons/look-at-lessons.ts';
import { lessonsSending } from '../lessons/schema.ts';
import { sendLessons } from '../lessons/send-lessons.ts';
import { lessonCounts } from '../lessons/store.ts';
import { answerOwnLesson } from './answer-own-lesson.ts';
import { OWN_LESSON_KINDS } from './kinds.ts';
import { lookAtOwnLessons, ownLessonsFor } from './look-at-own-lessons.ts';
import { ownLessonAnswered } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const carry = (from: Side, to: Side, times = 1) => carried(house, from, to, times);
const toAll = lessonsSending.parse({});

const said = (lesson: string, answer: string, seen: number, reason = '') =>
  ownLessonAnswered.parse({ lesson, answer, reason, seen });
const linesOf = ({ id }: Side) =>
  house.clone.query<{ kind: string; row: string }>(
    `SELECT kind, l::text AS row FROM sonae.ledger l WHERE org_id = $1 AND kind ~ 'lesson|improvement' ORDER BY seq`,
    [id],
  );

test('lessons pass as questions, answers come back as counts, and nobody is shown below three', async () => {
  const { ctx, as, cycleId, body, sides, cases, consent, publish } = await publishedLessons(house, 3);
  const send = () => sendLessons(ctx, cycleId, toAll);
  await send();
  for (const side of sides) await carry(body, side, 2);

  const first = firstOf(sides);
  await house.clone.query(
    `INSERT INTO sonae.register_entry (org_id, register, key, version, entry, changed_at, changed_by)
     VALUES ($1, 'parties', 'maint', 1, '{"key":"maint","name":"保守会社","kind":"contractor"}', now(), '')`,
    [first.id],
  );
  const summary = firstOf(await ownLessonsFor(first.ctx));
  expect(summary).toMatchObject({
    peer: '調査機関',
    fiscalYear: 2024,
    edition: 1,
    answered: 0,
    withdrawn: 0,
  });
  const view = await lookAtOwnLessons(first.ctx, summary.id);
  expect(view.open).toBe(view.lessons.length);
  const themed = firstOf(view.lessons.filter(({ themes }) => themes.includes('contractors')));
  expect(themed.rows).toContainEqual(
    expect.objectContaining({ register: 'parties', key: 'maint', themes: ['contractors'] }),
  );
  const blind = {
    ...first.ctx,
    actor: { ...first.ctx.actor, permissions: new Set(['report.send'] as const) },
  };
  expect((await lookAtOwnLessons(blind, summary.id)).lessons.flatMap(({ rows }) => rows)).toEqual([]);

  const { lesson, number } = firstOf(view.lessons);
  const answer = (side: Side, what: string, seen = 1, why = '') =>
    answerOwnLesson(side.ctx, summary.id, said(lesson, what, seen, why));
  for (const what of ['instead', 'doesNotApply', 'refuse'])
    await expect(answer(first, what)).rejects.toMatchObject({ details: { fields: [{ field: 'reason' }] } });
  await expect(answer(first, 'adopt', 2)).rejects.toMatchObject({ code: 'conflict' });
  await expect(answerOwnLesson(first.ctx, summary.id, said('99-x', 'adopt', 1))).rejects.toMatchObject({
    code: 'not-found',
  });
  const responder = house.as(first.id, await house.person(first.id, ['responder']), ['responder']);
  await expect(answerOwnLesson(responder, summary.id, said(lesson, 'adopt', 1))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const adopt = () => answer(first, 'adopt');
  await asItWas(house.clone, first.id, adopt);
  expect(await race(house.clone, [first.id], adopt, adopt)).toEqual({ won: 1, lost: ['conflict'] });
  const improvements = await house.clone.query<{ id: string; text: string }>(
    'SELECT id, text FROM sonae.improvement WHERE org_id = $1',
    [first.id],
  );
  expect(improvements).toHaveLength(1);
  expect(firstOf(improvements).text).toContain('調査機関');
  // Thought better of, and adopted again: the same improvement.
  await answer(first, 'instead', 2, '甲乙の手順で代える');
  expect(await answer(first, 'adopt', 3)).toEqual({ improvementId: firstOf(improvements).id });
  for (const side of sides.slice(1)) await answer(side, 'doesNotApply', 1, '丙丁の設備がない');

  const counts = async () =>
    (await lookAtLessonCounts(ctx, cycleId)).lessons.find((each) => each.lesson === lesson)?.counts;
  for (const side of sides) {
    expect(await counts()).toBeNull();
    await carry(side, body, 2);
  }
  expect(await counts()).toEqual({ adopt: 1, instead: 0, doesNotApply: 2, refuse: 0 });
  expect(await lookAtLessonCounts(ctx, cycleId)).toMatchObject({ edition: 1, sentTo: 3 });
  expect(firstOf(await ownLessonsFor(first.ctx))).toMatchObject({ answered: 1, outcome: 'taken' });
  await expect(lookAtLessonCounts(as('rater'), cycleId)).rejects.toMatchObject({ code: 'forbidden' });

  // Reasons, rows and names stay; of what was answered by whom nothing is left to be read at the other side.
  const kept = await house.clone.query<{ id: string; text: string; size: number }>(
    `SELECT id, encode(content, 'escape') AS text, octet_length(content) AS size FROM sonae.survey_received WHERE org_id = $1 AND kind = 'lesson-answers'`,
    [body.id],
  );
  expect(kept.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
  await expect(readReceived(body.ctx, KINDS, firstOf(kept).id)).rejects.toMatchObject({ code: 'not-found' });
  const sent = await house.clone.query<{ text: string }>(
    `SELECT convert_from(content, 'UTF8') AS text FROM sonae.survey_sent WHERE kind = 'lesson-answers'`,
  );
  expect(sent.map(({ text }) => text).join()).not.toMatch(/甲乙|丙丁|保守会社|reason/);
  expect((await linesOf(body)).map(({ row }) => row).join()).not.toMatch(/adopt|doesNotApply/);
  expect((await linesOf(first)).map(({ row }) => row).join()).not.toMatch(/甲乙/);
  // In SQL, as the application: no row of who answered what, by any role.
  const { rows } = await reading(body.ctx, (trx) => sql`SELECT * FROM survey_lesson_answer`.execute(trx));
  expect(rows).toEqual([]);
  const operators = await reading(first.ctx, (trx) => lessonCounts(trx, cycleId));
  expect(operators).toEqual([]);

  // A case is withdrawn: its lessons are questions no more, and what was adopted keeps a mark.
  const gone = cases[number - 1];
  await consent(gone?.caseId ?? '', gone?.hash ?? '', 'withdrawn');
  await publish(1);
  expect(await send()).toEqual({ sent: 3 });
  for (const side of sides) await carry(body, side);
  const later = await lookAtOwnLessons(first.ctx, summary.id);
  expect(later).toMatchObject({ edition: 2 });
  expect(later.lessons.find((each) => each.lesson === lesson)).toMatchObject({
    withdrawnIn: 2,
    answer: 'adopt',
    improvementId: firstOf(improvements).id,
    rows: [],
  });
  await expect(answer(first, 'refuse', 5, '理由')).rejects.toMatchObject({ code: 'conflict' });
  expect(later.lessons.filter(({ withdrawnIn }) => withdrawnIn === null).length).toBeGreaterThan(0);
  expect((await lookAtLessonCounts(ctx, cycleId)).lessons.map((each) => each.number)).not.toContain(number);
});

test('out of order, tampered, from others: refused; after days apart all of it catches up', async () => {
  const { ctx, cycleId, body, sides } = await publishedLessons(house, 1);
  const operator = firstOf(sides);
  await sendLessons(ctx, cycleId, toAll);
  const content = firstOf(await packages(house, body, operator)).content;
  const receive = (bytes: Buffer) => receivePackage(house.system(operator.id), KINDS, bytes, 'file');
  const changed = Buffer.from(content.toString().replace('"edition":1', '"edition":2'));
  await expect(receive(changed)).rejects.toMatchObject({ reason: 'tampered' });
  expect(await ownLessonsFor(operator.ctx)).toEqual([]);
  await carry(body, operator);
  const { id, lessons } = await lookAtOwnLessons(operator.ctx, firstOf(await ownLessonsFor(operator.ctx)).id);
  const { lesson } = firstOf(lessons);
  await answerOwnLesson(operator.ctx, id, said(lesson, 'refuse', 1, '費用'));
  await answerOwnLesson(operator.ctx, id, said(lesson, 'adopt', 2));
  const [early, late] = await packages(house, operator, body);
  const atBody = (bytes: Buffer) => receivePackage(house.system(body.id), KINDS, bytes, 'file');
  await expect(atBody(late?.content ?? Buffer.alloc(0))).rejects.toMatchObject({ reason: 'missing' });
  await atBody(early?.content ?? Buffer.alloc(0));
  await atBody(late?.content ?? Buffer.alloc(0));
  await atBody(early?.content ?? Buffer.alloc(0));
  expect(
    await house.clone.query('SELECT answer FROM sonae.survey_lesson_answer WHERE org_id = $1', [body.id]),
  ).toEqual([{ answer: 'adopt' }]);

  // Somebody who was never asked answers nothing, and another body asks nothing under the same reference.
  const stranger = await member(house, await house.organisation('別の電力'));
  for (const side of [body, operator]) {
    await pin(side, stranger);
    await pin(stranger, side);
  }
  const post = (to: Side, kind: string, payload: Record<string, unknown>) =>
    inTransaction(stranger.ctx, (tx) => sendPackageWithin(tx, { peerId: to.id, kind, payload }));
  await post(body, 'lesson-answers', { ref: cycleId, answers: [] });
  await post(operator, 'lessons-published', { ref: id, fiscalYear: 2024, edition: 9, hash: '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945', lessons: [] }); // biome-ignore format: one line
  await post(operator, 'lessons-published', { ref: ctx.newId(), fiscalYear: 2024, edition: 9, hash: '0'.repeat(64), lessons: [] }); // biome-ignore format: one line
  await carry(stranger, body);
  await carry(stranger, operator);
  const refused = await house.clone.query(
    `SELECT reason FROM sonae.survey_received WHERE peer_id = $1 AND outcome = 'refused'`,
    [stranger.id],
  );
  expect(refused).toHaveLength(3);
  expect(firstOf(await ownLessonsFor(operator.ctx))).toMatchObject({ edition: 1 });
  await expect(lookAtOwnLessons(stranger.ctx, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('lessons that come twice at once are taken once, and nothing of them that fail is kept', async () => {
  const [operator, body] = [await member(house, await house.organisation()), await member(house, await house.organisation())]; // biome-ignore format: one line
  const words = {
    lesson: '1-l1',
    number: 1,
    title: { ja: '題', en: 'Title' },
    body: { ja: '文', en: 'Text' },
  };
  const lesson = { ...words, themes: [], hash: hashOfLesson({ ...words, themes: [] }) };
  const sent = (edition: number, lessons: (typeof lesson)[]) => () =>
    inTransaction(house.system(operator.id), async (tx) => {
      const [kind] = OWN_LESSON_KINDS;
      const hash = hashOfLessons(lessons);
      const payload = { ref: body.id, fiscalYear: 2024, edition, hash, lessons };
      const accepted = { payload: kind?.payload.parse(payload), peer: { id: body.id, name: '' }, via: null };
      await kind?.accept(tx, accepted as unknown as Accepted, { kinds: {}, refusing: new Map(), via: null });
    });
  const first = sent(1, [lesson]);
  await asItWas(house.clone, operator.id, first);
  expect(await race(house.clone, [operator.id], first, first)).toEqual({ won: 2, lost: [] });
  expect((await lookAtOwnLessons(operator.ctx, body.id)).lessons).toMatchObject([
    { lesson: '1-l1', version: 1 },
  ]);
  await sent(3, [])();
  // What was made before the newest changes nothing any more; a lesson that comes back is asked again.
  await first();
  expect(await lookAtOwnLessons(operator.ctx, body.id)).toMatchObject({ edition: 3, withdrawn: 1, open: 0 });
  await sent(4, [lesson])();
  expect(await lookAtOwnLessons(operator.ctx, body.id)).toMatchObject({ edition: 4, withdrawn: 0, open: 1 });
  const twice = sent(5, [lesson, lesson]);
  await expect(twice()).rejects.toThrow();
});
