import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { regimeEditions, regimeOf, regimesNow } from './index.ts';
import { keepRegime } from './keep-regime.ts';
import type { RegimeDocument } from './schema.ts';
import { startingRegimes } from './starting-regimes.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const PORT: RegimeDocument = {
  name: { ja: '港湾管理者', en: 'Port authority' },
  trigger: { ja: '航行に影響するとき', en: 'When navigation is affected' },
  source: '',
  owedWhen: ['incident'],
  deadlines: [
    {
      stage: 'first',
      starts: 'detection',
      within: { count: 6, unit: 'hours' },
      wrongful: null,
      reminders: null,
    },
  ],
  ended: false,
};

async function office() {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['administrator']), ['administrator']);
  const responder = house.as(orgId, await house.person(orgId, ['responder']), ['responder']);
  return { orgId, ctx, responder, now: () => reading(ctx, regimesNow) };
}

test('what the product brings stands where nobody kept anything, and an edition follows the one it was read from', async () => {
  const { orgId, ctx, responder, now } = await office();
  expect((await now()).map(({ regime, edition }) => `${regime} ${edition}`)).toEqual(
    ['ministry', 'privacy', 'police', 'csirt', 'telecom', 'nis2'].map((key) => `${key} 1`),
  );
  const before = startingRegimes().get('police') ?? PORT;
  const keep = (by = ctx, seen = 1) => keepRegime(by, 'police', { seen, ...before, ended: true });
  await expect(keep(responder)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, () => keep());
  expect(
    await race(
      house.clone,
      [orgId],
      () => keep(),
      () => keep(),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect((await now()).find(({ regime }) => regime === 'police')).toMatchObject({ edition: 2, ended: true });
  const editions = await reading(ctx, (trx) => regimeEditions(trx, 'police'));
  expect(editions.map(({ edition, ended }) => [edition, ended])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(await reading(ctx, (trx) => regimeOf(trx, { regime: 'police', edition: 1 }))).toEqual(before);
});

test('one of their own follows what the product brings, is made once, and stays behind their wall', async () => {
  const { orgId, ctx, now } = await office();
  const make = () => keepRegime(ctx, 'port', { seen: 0, ...PORT });
  expect(await race(house.clone, [orgId], make, make)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(make()).rejects.toMatchObject({ code: 'conflict' });
  expect((await now()).at(-1)).toMatchObject({ regime: 'port', edition: 1, name: PORT.name });
  await keepRegime(ctx, 'port', { seen: 1, ...PORT, owedWhen: [] });
  expect((await now()).at(-1)).toMatchObject({ edition: 2, owedWhen: [] });
  const { now: elsewhere } = await office();
  expect((await elsewhere()).map(({ regime }) => regime)).not.toContain('port');
});
