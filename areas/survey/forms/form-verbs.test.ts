import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { reportContent } from '../content/schema.ts';
import { keepEdition } from '../editions/keep-edition.ts';
import { firstLists, readFormOnThread } from './index.ts';
import { lookAtForm } from './look-at-form.ts';
import { printEmptyForm } from './print-empty-form.ts';
import { readFormBook } from './reading/form-book.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a form is printed and read by the lists in force; elsewhere its edition is named', async () => {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const { edition, ...sectors } = firstLists().sectors;
  const space = { key: 'space', name: { ja: '宇宙', en: 'Space' } };
  await keepEdition(ctx, 'sectors', { seen: edition, ...sectors, entries: [...sectors.entries, space] });
  const form = await printEmptyForm(ctx, 'ja');
  const texts = readFormBook(form).sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
  expect(texts).toContain('宇宙');
  expect(await lookAtForm(ctx, form, 'en')).toEqual({ report: reportContent.parse({}), faults: [] });
  const { faults } = await readFormOnThread(form, 'en');
  expect(faults).toEqual([
    expect.objectContaining({ field: 'form', text: expect.stringContaining('edition 2') }),
  ]);
});

test('whoever does not handle reports reads none', async () => {
  const orgId = await house.organisation();
  const rater = house.as(orgId, await house.person(orgId, ['rater']), ['rater']);
  const form = await printEmptyForm(rater, 'en');
  await expect(lookAtForm(rater, form, 'en')).rejects.toMatchObject({ code: 'forbidden' });
});
