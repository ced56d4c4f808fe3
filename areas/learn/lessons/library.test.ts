import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { declareIncident } from '../../respond/lifecycle/declare-incident.ts';
import { addEntry } from '../../respond/timeline/add-entry.ts';
import { openCase } from '../cases/open-case.ts';
import { readCase } from '../cases/read-case.ts';
import { turnCase } from '../cases/turn-case.ts';
import { adoptLesson } from '../improvements/adopt-lesson.ts';
import { changeImprovement } from '../improvements/change-improvement.ts';
import { improvementFilter } from '../improvements/schema.ts';
import { listImprovements } from '../improvements/store.ts';
import { type LessonFilter, lessonFilter } from './schema.ts';
import { similarToIncident } from './similar-cases.ts';
import { listLessons } from './store.ts';

const file = (name: string) =>
  readCase(fs.readFileSync(new URL(`../../../cases/${name}`, import.meta.url), 'utf8'));
const blip = file('09-network-blip.yaml');
const leak = file('05-website-data-leak.yaml');

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const lessons = async (orgId: string, filter: Partial<LessonFilter> = {}) =>
  reading(house.system(orgId), (trx) => listLessons(trx, lessonFilter.parse(filter)));

describe('lessons', () => {
  test('are found by text, theme, cause, kind of system and of party, and need', async () => {
    const orgId = await house.organisation();
    await openCase(house.system(orgId), blip);
    await openCase(house.system(orgId), leak);
    const cases = async (filter: Partial<LessonFilter>) =>
      new Set((await lessons(orgId, filter)).lessons.map(({ caseTitle }) => caseTitle.ja));
    expect((await lessons(orgId)).lessons).toHaveLength(blip.lessons.length + leak.lessons.length);
    expect(await cases({ theme: 'drills' })).toEqual(new Set([blip.title.ja]));
    expect(await cases({ group: 'cyberAttack' })).toEqual(new Set([leak.title.ja]));
    expect(await cases({ system: 'site' })).toEqual(new Set([blip.title.ja]));
    expect(await cases({ party: 'attacker' })).toEqual(new Set([leak.title.ja]));
    expect(await cases({ search: '経営層 ｸﾝﾚﾝ' })).toEqual(new Set());
    expect(await cases({ search: '訓練' })).toEqual(new Set([blip.title.ja]));
    const needs = [...blip.lessons, ...leak.lessons].filter(({ need }) => need === 'low').length;
    expect((await lessons(orgId, { need: 'low' })).lessons).toHaveLength(needs);
  });

  test('come page by page without loss or repeat; those of a withdrawn case are gone', async () => {
    const orgId = await house.organisation();
    await openCase(house.system(orgId), blip);
    const { id } = await openCase(house.system(orgId), leak);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await lessons(orgId, { limit: 2, after });
      seen.push(...page.lessons.map(({ caseId, lesson }) => `${caseId} ${lesson.id}`));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(blip.lessons.length + leak.lessons.length);
    await turnCase(house.system(orgId), id, 'withdraw', 1, '重複');
    expect((await lessons(orgId)).lessons).toHaveLength(blip.lessons.length);
  });

  test('one adopted becomes an improvement that leads back to it, once', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const { id: caseId } = await openCase(ctx, blip);
    const lesson = blip.lessons[0];
    if (!lesson) throw new Error('no lesson');
    const { id } = await adoptLesson({ ...ctx, language: 'en' }, { caseId, lessonId: lesson.id });
    expect(await adoptLesson(ctx, { caseId, lessonId: lesson.id })).toEqual({ id });
    const list = async () =>
      (await reading(ctx, (trx) => listImprovements(trx, improvementFilter.parse({})))).improvements;
    expect(await list()).toMatchObject([
      { id, title: lesson.title.en, state: 'draft', caseId, lessonId: lesson.id, caseTitle: blip.title },
    ]);
    const owner = await house.person(orgId, ['system-owner']);
    const change = { title: 't', text: '', state: 'planned' as const, ownerId: owner, dueOn: '2027-03-31' };
    await changeImprovement(ctx, id, change);
    expect(await list()).toMatchObject([{ state: 'planned', ownerId: owner, dueOn: '2027-03-31' }]);
    const stranger = await house.person(await house.organisation(), ['responder']);
    await expect(changeImprovement(ctx, id, { ...change, ownerId: stranger })).rejects.toMatchObject({
      details: { fields: [{ field: 'ownerId' }] },
    });
    await expect(adoptLesson(ctx, { caseId, lessonId: 'zz' })).rejects.toMatchObject({ code: 'not-found' });
    const reader = house.as(orgId, await house.person(orgId, ['executive']), ['executive']);
    await expect(adoptLesson(reader, { caseId, lessonId: lesson.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

test('what is in doubt says so wherever a lesson or a title is kept as words alone', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  const unsure = structuredClone(blip);
  const doubt = [{ id: 'h1', certainty: 'presumed' as const }];
  unsure.title.hedges = doubt;
  const lesson = unsure.lessons[0];
  if (!lesson) throw new Error('no lesson');
  lesson.body.hedges = doubt;
  const { id: caseId } = await openCase(ctx, unsure);
  const shown = { ja: `${blip.title.ja}［推定］`, en: `${blip.title.en} [presumed]` };
  await adoptLesson({ ...ctx, language: 'en' }, { caseId, lessonId: lesson.id });
  const [adopted] = (await reading(ctx, (trx) => listImprovements(trx, improvementFilter.parse({}))))
    .improvements;
  expect(adopted).toMatchObject({ text: `${lesson.body.en} [presumed]`, caseTitle: shown });
  expect((await lessons(orgId)).lessons[0]?.caseTitle).toEqual(shown);
});

test('an open incident is shown the cases like it, and nobody else’s', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  await openCase(house.system(await house.organisation()), blip);
  await openCase(ctx, blip);
  await openCase(ctx, leak);
  const { id } = await declareIncident(ctx, {
    title: '産業機器が使えないという問い合わせ',
    severity: 2,
    page: false,
    note: '',
  });
  await addEntry(ctx, id, { text: '中継サーバーの通信異常。瞬断か', precision: 'minute' });
  const found = await similarToIncident(ctx, id);
  expect(found[0]?.title).toEqual(blip.title);
  expect(found[0]?.reasons.map(({ kind }) => kind)).toContain('system');
  expect(found.every(({ title }) => title.ja !== '')).toBe(true);
});
