import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { applyRegisters } from './as-code/apply-registers.ts';
import { keepEntry } from './keep-entry.ts';
import { removeEntry } from './remove-entry.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function opened() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  return {
    orgId,
    ctx,
    party: (version: number, name: string, over: object = {}) =>
      keepEntry(ctx(), 'parties', version, { key: 'maker', name, kind: 'contractor', ...over }),
    race: (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts),
    asItWas: (act: () => Promise<unknown>) => asItWas(house.clone, orgId, act),
    entries: () =>
      house.clone.query<{ register: string; key: string; version: number }>(
        'SELECT register, key, version FROM register_entry WHERE org_id = $1 ORDER BY register, key',
        [orgId],
      ),
  };
}

test('what is removed by two at once is removed once; written at that moment it is written or gone', async () => {
  const { ctx, party, race, asItWas } = await opened();
  await party(0, '一');
  const remove = () => removeEntry(ctx(), 'parties', 'maker');
  await asItWas(remove);
  const { won, lost } = await race(remove, () => party(1, '二'));
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  await party(0, '二');
  expect(await race(remove, remove)).toEqual({ won: 1, lost: ['not-found'] });
});

test('nothing points at what is taken out at that moment', async () => {
  const { ctx, party, race, entries } = await opened();
  await party(0, '親');
  const under = () =>
    keepEntry(ctx(), 'parties', 0, { key: 'branch', name: '支店', kind: 'contractor', under: 'maker' });
  const { won, lost } = await race(under, () => removeEntry(ctx(), 'parties', 'maker'));
  // Pointed at first, it is not removed; removed first, nothing points at it.
  expect([won, lost.length]).toEqual([1, 1]);
  expect(['conflict', 'invalid']).toContain(lost[0]);
  expect(await entries()).toHaveLength(lost[0] === 'conflict' ? 2 : 0);
});

test('a file of registers is written whole or not at all, beside whoever writes one of its entries', async () => {
  const { ctx, party, race, asItWas, entries } = await opened();
  const file = JSON.stringify({
    registers: {
      parties: [
        { key: 'maker', name: '製作所', kind: 'contractor' },
        { key: 'carrier', name: '回線', kind: 'supplier' },
      ],
    },
  });
  const apply = () => applyRegisters(ctx(), file);
  await asItWas(apply);
  const { won, lost } = await race(apply, () => party(0, '一'));
  expect([won + lost.length, lost.every((code) => code === 'conflict')]).toEqual([2, true]);
  expect((await entries()).map(({ key }) => key)).toEqual(['carrier', 'maker']);
});
