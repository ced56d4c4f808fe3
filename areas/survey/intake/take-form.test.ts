import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { reportContent } from '../content/schema.ts';
import { firstLists, printForm } from '../forms/index.ts';
import { lookAtReport } from './look-at-report.ts';
import { takeForm } from './take-form.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a form that came back is a draft with the file as its source; of one that is wrong nothing is kept', async () => {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  const content = reportContent.parse({
    operator: { name: '東西電力' },
    sector: { is: 'value', value: 'power' },
    outline: { is: 'value', value: '約300台が停止' },
  });
  const form = new Uint8Array(await printForm(firstLists(), 'ja', content));
  await asItWas(house.clone, orgId, () => takeForm(ctx, '第一報.xlsx', form));
  const { id, faults } = await takeForm(ctx, '第一報.xlsx', form);
  expect(faults).toEqual([]);
  expect(await lookAtReport(ctx, id ?? '')).toMatchObject({
    state: 'draft',
    door: 'form',
    missing: ['time', 'eventType'],
    content: { outline: { is: 'value', value: '約300台が停止' } },
    sources: [{ name: '第一報.xlsx', size: form.length }],
  });
  const cut = await takeForm(ctx, '第一報.xlsx', form.subarray(0, 500));
  expect(cut.id).toBeNull();
  expect(cut.faults.length).toBeGreaterThan(0);
});
