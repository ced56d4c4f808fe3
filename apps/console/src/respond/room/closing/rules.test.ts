import { expect, test } from 'vitest';
import { LEFT } from '../../../../../../areas/respond/lifecycle/schema.ts';
import { owedBesides, settlingOf } from './rules.ts';

test.each([
  ['cyber', { by: 'closing' }],
  ['headquarters', { by: 'standDown' }],
  ['tasks.12', { by: 'task', number: 12 }],
  ['reports.ministry.first', { by: 'sheet', sheet: 'reports' }],
  ['statements.customers.status-page', { by: 'sheet', sheet: 'desk' }],
  ['individuals', { by: 'sheet', sheet: 'desk' }],
  ['changes.1', { by: 'sheet', sheet: 'plan' }],
  ['systems', { by: 'sheet', sheet: 'know' }],
  ['machines', { by: 'sheet', sheet: 'recovery' }],
  ['inquiries', { by: 'sheet', sheet: 'desk' }],
  ['ministry', { by: 'sheet', sheet: 'reports' }],
])('%s is settled by %o', (field, wanted) => {
  expect(settlingOf(field)).toEqual(wanted);
});

test('whatever may be left has a sheet in which it is settled', () => {
  for (const name of LEFT) expect(settlingOf(name)).toMatchObject({ by: 'sheet' });
});

test('what the form of closing asks is not counted as left to do', () => {
  const owed = [{ field: 'cyber' }, { field: 'headquarters' }, { field: 'tasks.1' }];
  expect(owedBesides(owed).map(({ field }) => field)).toEqual(['headquarters', 'tasks.1']);
});
