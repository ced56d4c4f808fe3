import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { waiting } from '../../../test/carried-packages.ts';
import { TestHouse } from '../../../test/house.ts';
import { firstOf, publishedLessons } from '../../../test/published-lessons.ts';
import { NOT_PUBLISHED } from '../publication/words.ts';
import { lookAtLessonCounts } from './look-at-lessons.ts';
import { lessonsSending } from './schema.ts';
import { sendLessons } from './send-lessons.ts';
import { NO_PEERS } from './words.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const toAll = lessonsSending.parse({});

test('lessons go to whoever is named or to all, once each; a withdrawn case takes its lessons with it at once', async () => {
  const { ctx, as, cycleId, body, sides, cases, consent } = await publishedLessons(house, 3);
  const send = (peers: string[] = []) => sendLessons(ctx, cycleId, lessonsSending.parse({ peers }));
  await expect(sendLessons(as('rater'), cycleId, toAll)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(sendLessons(ctx, ctx.newId(), toAll)).rejects.toMatchObject({ code: 'not-found' });
  await expect(send([ctx.newId()])).rejects.toMatchObject({ details: { fields: [{ field: 'peers.0' }] } });
  const first = firstOf(sides);
  expect(await send([first.id])).toEqual({ sent: 1 });
  await asItWas(house.clone, body.id, send);
  expect(await race(house.clone, [body.id], () => send(), () => send())).toEqual({ won: 2, lost: [] }); // biome-ignore format: one line
  expect(await send()).toEqual({ sent: 0 });
  for (const side of sides) expect(await waiting(house, body, side)).toHaveLength(1);
  const before = await lookAtLessonCounts(ctx, cycleId);
  expect(before).toMatchObject({ edition: 1, sentTo: 3 });
  await expect(lookAtLessonCounts(as('rater'), cycleId)).rejects.toMatchObject({ code: 'forbidden' });

  // Between two editions: the consent is gone, and so are the lessons.
  const [{ caseId = '', hash = '' } = {}] = cases;
  await consent(caseId, hash, 'withdrawn');
  const left = (await lookAtLessonCounts(ctx, cycleId)).lessons;
  expect(left.length).toBeLessThan(before.lessons.length);
  expect(left.some(({ number }) => number === 1) && left.some(({ number }) => number === 2)).toBe(false);
  expect(await send([first.id])).toEqual({ sent: 1 });
});

test('without an organisation whose key is confirmed, and without a report, nothing is sent', async () => {
  const { ctx, cycleId } = await publishedLessons(house, 0);
  const send = sendLessons(ctx, cycleId, toAll);
  await expect(send).rejects.toMatchObject({ details: { detail: NO_PEERS } });
  await house.clone.query('DELETE FROM sonae.survey_publication_file WHERE cycle_id = $1', [cycleId]);
  await house.clone.query('DELETE FROM sonae.survey_publication WHERE cycle_id = $1', [cycleId]);
  const unpublished = { details: { detail: NOT_PUBLISHED } };
  await expect(sendLessons(ctx, cycleId, toAll)).rejects.toMatchObject(unpublished);
  await expect(lookAtLessonCounts(ctx, cycleId)).rejects.toMatchObject(unpublished);
});
