import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { ROLE_NAMES, ROLES } from '../../roles.ts';
import { addUnit } from '../parties/add-unit.ts';
import {
  askCompleteness,
  askGates,
  askRecoveryOrder,
  askWhatIsBehind,
  askWhatStops,
  askWhatUses,
} from './ask-graph.ts';
import { confirmAsset } from './confirm-asset.ts';
import { keepAsset } from './keep-asset.ts';
import { removeAsset } from './remove-asset.ts';
import { type AssetFilter, type AssetInput, assetFilter } from './schema.ts';
import { findAsset, listAssets } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const entry = (key: string, over: Partial<AssetInput> = {}): AssetInput => ({
  key,
  kind: 'system',
  name: key,
  ...over,
});
const through = (...keys: string[]) => keys.map((to) => ({ kind: 'connectsThrough' as const, to }));
const needs = (...keys: string[]) => keys.map((to) => ({ kind: 'dependsOn' as const, to }));

async function fresh(...entries: AssetInput[]) {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const ids = new Map<string, string>();
  for (const each of entries) ids.set(each.key, (await keepAsset(ctx(), each)).id);
  const id = (key: string) => ids.get(key) ?? '';
  const list = (filter: Partial<AssetFilter> = {}) =>
    reading(ctx(), (trx) => listAssets(trx, assetFilter.parse(filter)));
  return { orgId, ctx, id, list };
}
const keys = (answer: { reached: { key: string }[] }) => answer.reached.map(({ key }) => key).sort();

describe('the register', () => {
  test('an entry is written by its key, new or known; confirmation holds while rating and recovery time do', async () => {
    const { ctx, id, list } = await fresh(entry('db', { impact: 3, rtoMinutes: 60 }));
    await confirmAsset(ctx(), id('db'));
    await keepAsset(ctx(), entry('db', { name: '料金DB', impact: 3, rtoMinutes: 60 }));
    expect(await list()).toMatchObject([{ id: id('db'), name: '料金DB', confirmedAt: expect.any(String) }]);
    await keepAsset(ctx(), entry('db', { impact: 4, rtoMinutes: 60 }));
    expect(await list()).toMatchObject([{ impact: 4, confirmedAt: null }]);
  });

  test('who writes or confirms on what they never saw is told, and nothing is overwritten', async () => {
    const { ctx, id, list } = await fresh(entry('db', { impact: 3 }));
    const [before] = await list();
    house.clock.advance({ seconds: 1 });
    await keepAsset(ctx(), entry('db', { impact: 1 }), before?.changedAt);
    await expect(keepAsset(ctx(), entry('db', { name: '古い' }), before?.changedAt)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(confirmAsset(ctx(), id('db'), before?.changedAt)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(keepAsset(ctx(), entry('db'), null)).rejects.toMatchObject({ code: 'conflict' });
    expect(await list()).toMatchObject([{ name: 'db', impact: 1, confirmedAt: null }]);
    await keepAsset(ctx(), entry('new'), null);
    expect(await list()).toHaveLength(2);
  });

  test('an unknown target, a circle of one and a foreign unit are named, and nothing is written', async () => {
    const { ctx, list } = await fresh();
    const { id: foreign } = await addUnit(house.system(await house.organisation()), {
      name: 'x',
      parentId: null,
    });
    const bad = entry('a', { unitId: foreign, edges: [...needs('nowhere'), ...needs('a')] });
    await expect(keepAsset(ctx(), bad)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'unitId' }, { field: 'edges.0.to' }, { field: 'edges.1.to' }] },
    });
    expect(await list()).toEqual([]);
  });

  test('what lacks something is listed by what it lacks; nobody confirms what nobody rated', async () => {
    const { ctx, id, list } = await fresh(entry('rated', { impact: 1, rtoMinutes: 5 }), entry('bare'));
    expect((await list({ gap: 'impact' })).map(({ key }) => key)).toEqual(['bare']);
    expect(await askCompleteness(ctx())).toMatchObject({ filled: 2, asked: 8, entries: 2 });
    await expect(confirmAsset(ctx(), id('bare'))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('removing takes the edges along', async () => {
    const { ctx, id } = await fresh(entry('db'), entry('app', { edges: needs('db') }));
    await removeAsset(ctx(), id('db'));
    const app = await reading(ctx(), (trx) => findAsset(trx, id('app')));
    expect(app?.edges).toEqual([]);
    await expect(removeAsset(ctx(), id('db'))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('each role reads and writes as the table says, and never another organisation’s', async () => {
    const { orgId, id } = await fresh(entry('db'));
    for (const role of ROLE_NAMES) {
      const ctx = house.as(orgId, await house.person(orgId, [role]), [role]);
      const may = (permission: string) => (ROLES[role].permissions as readonly string[]).includes(permission);
      const wrote = await keepAsset(ctx, entry('x')).catch((error: { code: string }) => error.code);
      expect(typeof wrote === 'object', role).toBe(may('register.manage'));
      const asked = await askWhatStops(ctx, id('db')).catch((error: { code: string }) => error.code);
      expect(typeof asked === 'object', role).toBe(may('register.read'));
    }
    const other = await house.organisation();
    await expect(askWhatStops(house.system(other), id('db'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeAsset(house.system(other), id('db'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('questions', () => {
  test('are answered from what the ledger says, whichever process changed it', async () => {
    const { orgId, ctx, id } = await fresh(
      entry('host'),
      entry('relay', { edges: through('host') }),
      entry('eq1', { edges: through('relay') }),
    );
    expect(keys(await askWhatIsBehind(ctx(), id('relay')))).toEqual(['eq1']);
    const other = await TestHouse.open({ clone: house.clone });
    const there = () => other.system(orgId);
    await keepAsset(there(), entry('eq2', { edges: through('relay') }));
    expect(keys(await askWhatIsBehind(ctx(), id('relay')))).toEqual(['eq1', 'eq2']);
    await removeAsset(there(), id('eq1'));
    expect(keys(await askWhatIsBehind(ctx(), id('relay')))).toEqual(['eq2']);
    expect(await askGates(ctx(), id('host'), id('relay'))).toEqual({ connected: true, gates: [] });
    await other.close();
  });

  test('what relies on a provider is what it provides and what stops with it', async () => {
    const { ctx } = await fresh(
      entry('auth', { details: { parties: [{ party: 'idp', duty: 'provides' }] } }),
      entry('sign-in', { edges: needs('auth') }),
      entry('news'),
    );
    expect(keys(await askWhatUses(ctx(), 'idp'))).toEqual(['auth', 'sign-in']);
    expect(await askWhatUses(ctx(), 'nobody')).toEqual({ reached: [], total: 0, next: null });
  });

  test('the recovery order lists every system, the unrated ones marked', async () => {
    const { ctx } = await fresh(
      entry('cms'),
      entry('db'),
      entry('pay', { kind: 'service', impact: 4, edges: needs('db') }),
    );
    const order = await askRecoveryOrder(ctx());
    expect(order.map(({ key }) => key)).toEqual(['db', 'pay', 'cms']);
    expect(order[0]).toMatchObject({ becauseName: 'pay', impact: 4, needsOwner: true });
    expect(order[2]).toMatchObject({ impact: null, needsOwner: true });
  });
});

describe('long answers', () => {
  test('the key somebody types comes first, and once; an entry is asked for by its key, a host too', async () => {
    const { list } = await fresh(
      entry('a-perl'),
      entry('b-perl', { name: 'Perl' }),
      entry('perl'),
      entry('perl-h', { kind: 'host' }),
      entry('z-perl'),
    );
    const found = async (filter: Partial<AssetFilter>) => (await list(filter)).map(({ key }) => key);
    expect(await found({ search: 'ＰＥＲＬ', limit: 10 })).toEqual(['perl']);
    expect(await found({ search: 'perl' })).toEqual(['perl', 'a-perl', 'b-perl', 'z-perl']);
    expect(await found({ search: 'perl', limit: 3 })).toEqual(['perl', 'a-perl', 'b-perl']);
    expect(await found({ search: 'perl', limit: 3, after: 'b-perl' })).toEqual(['z-perl']);
    expect(await found({ key: 'perl-h' })).toEqual(['perl-h']);
    expect(await found({ key: 'nothing' })).toEqual([]);
  });

  test('what stops is told page by page, with the number of all', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `s${n}`);
    const { ctx, id } = await fresh(
      entry('base'),
      ...names.map((key) => entry(key, { edges: needs('base') })),
    );
    const pages: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = await askWhatStops(ctx(), id('base'), { after, limit: 3 });
      expect(page.total).toBe(7);
      expect(page.reached.length).toBeLessThanOrEqual(3);
      pages.push(...page.reached.map(({ key }) => key));
      after = page.next;
    }
    expect(pages.sort()).toEqual(names);
  });
});
