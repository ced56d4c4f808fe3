import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { keepAsset } from '../assets/keep-asset.ts';
import { keepCard } from '../contact-routes/keep-card.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { setDuty } from '../rosters/set-duty.ts';
import { printPack, sealPack } from './print-pack.ts';
import { renewPack } from './renew-pack.ts';
import { readPack } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T00:00:00Z') });
});
afterAll(() => house.close());

async function operator() {
  const orgId = await house.organisation('みなと水道');
  const ctx = () => house.system(orgId);
  const personId = await house.person(orgId, ['commander'], `c-${orgId}@example.jp`);
  await setDuty(ctx(), { personIds: [personId] });
  await keepCard(ctx(), personId, {
    routes: [{ kind: 'phone', address: '090-1111-2222', note: '<b>夜</b>' }],
    quiet: null,
  });
  await keepAsset(ctx(), { key: 'core', kind: 'service', name: '給水', impact: 4, rtoMinutes: 60 });
  await keepEntry(ctx(), 'call-trees', 0, {
    key: 'cyberattack.night',
    name: '夜',
    cause: 'cyberAttack',
    band: 'night',
    steps: [{ personId }],
  });
  const renew = () => renewPack(ctx());
  const stored = () => reading(ctx(), (trx) => readPack(trx));
  return { orgId, ctx, personId, renew, stored };
}
const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

test('it holds who to call and how, is made anew when that changes and when it is a week old', async () => {
  const { orgId, ctx, renew, stored, personId } = await operator();
  await expect(printPack(ctx(), 'ja', 'html')).rejects.toMatchObject({ code: 'not-found' });
  await renew();
  const html = utf8(await printPack(ctx(), 'ja', 'html'));
  for (const words of ['090-1111-2222', '給水', '第1版', '2026-07-10', 'サイバー攻撃 × 夜間', '60分'])
    expect(html).toContain(words);
  expect(html).not.toContain('<b>夜');
  expect(html).not.toMatch(/<script|src="|href="http/);
  expect(html).toContain('href="tel:09011112222"');
  expect(utf8(await printPack(ctx(), 'en', 'html'))).toContain('Call trees');

  await renew();
  expect((await stored())?.version).toBe(1);
  await keepCard(ctx(), personId, {
    routes: [{ kind: 'phone', address: '090-3333-4444', note: '' }],
    quiet: null,
  });
  await renew();
  expect((await stored())?.version).toBe(2);
  expect(JSON.stringify((await stored())?.content)).not.toContain('090-1111-2222');
  const other = await house.person(orgId, ['responder'], `d-${orgId}@example.jp`);
  await renew();
  await setDuty(ctx(), { personIds: [other] });
  await renew();
  expect((await stored())?.version).toBe(4);
  expect(utf8(await printPack(ctx(), 'ja', 'html')).split('連絡網')[1]).toContain('responder');
  await renew();
  expect((await stored())?.version).toBe(4);
  house.clock.advance({ hours: 24 * 7 });
  await renew();
  expect((await stored())?.version).toBe(5);
});

test('it is printed the same twice, and opens under its passphrase alone', async () => {
  const { ctx, renew } = await operator();
  await renew();
  const pdf = await printPack(ctx(), 'ja', 'pdf');
  expect(Buffer.compare(pdf, await printPack(ctx(), 'ja', 'pdf'))).toBe(0);
  const sealed = await sealPack(ctx(), 'ja', 'html', 'correct horse battery');
  expect(utf8(sealed)).toMatch(/^age-encryption.org\/v1\n/);
  expect(utf8(sealed)).not.toContain('090-1111');
  const open = (phrase: string) => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(phrase);
    return decrypter.decrypt(sealed);
  };
  expect(utf8(await open('correct horse battery'))).toContain('090-1111-2222');
  await expect(open('wrong horse battery')).rejects.toThrow();
});

test('nobody without the right to registers and people gets it', async () => {
  const { orgId, renew } = await operator();
  await renew();
  const outside = house.as(orgId, await house.person(orgId, ['contractor']), ['contractor']);
  await expect(printPack(outside, 'ja', 'html')).rejects.toMatchObject({ code: 'forbidden' });
});

test('a site is named as people name it, for a key says nothing to whoever holds the paper', async () => {
  const { ctx, personId, renew } = await operator();
  await keepAsset(ctx(), { key: 'plant-1', kind: 'site', name: '浄水場北' });
  await keepEntry(ctx(), 'call-trees', 1, {
    key: 'cyberattack.night',
    name: '夜',
    cause: 'cyberAttack',
    band: 'night',
    steps: [{ personId }],
    siteSteps: [{ site: 'plant-1', personId }],
  });
  await renew();
  const html = utf8(await printPack(ctx(), 'ja', 'html'));
  expect(html).toContain('（浄水場北）');
  expect(html).not.toContain('plant-1');
});
