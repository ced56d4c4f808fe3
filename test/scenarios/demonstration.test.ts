import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { TestHouse } from '../house.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await TestHouse.open({ role: 'all' });
});
afterEach(() => house.close());

test('founds', async () => {
  const t = performance.now();
  const id = await foundDemo(house.assembly.house, house.clock).catch((error) => {
    console.log('FAULT', JSON.stringify(error.details ?? String(error)));
    throw error;
  });
  console.log('founded', performance.now() - t);
  const kinds = await house.clone.query(
    'SELECT kind, count(*)::int n FROM ledger WHERE org_id = $1 GROUP BY 1 ORDER BY 2 DESC',
    [id],
  );
  console.log(JSON.stringify(kinds));
  console.log(
    JSON.stringify(
      await house.clone.query('SELECT kind, key, due_at FROM timer WHERE org_id = $1 ORDER BY due_at', [id]),
    ),
  );
  expect(id).not.toBe('');
});
