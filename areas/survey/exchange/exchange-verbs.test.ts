import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { brokenPackages } from '../../../test/broken-packages.ts';
import { TestHouse } from '../../../test/house.ts';
import type { Role } from '../../roles.ts';
import { sendPackageWithin } from './acts.ts';
import { cardText, makeCard, readCard } from './card-text.ts';
import { confirmKey } from './confirm-key.ts';
import { keepPeer } from './keep-peer.ts';
import type { Kinds, PackageKind } from './kind.ts';
import { makeKey } from './make-key.ts';
import { cardOf } from './own-card.ts';
import { ownKey } from './own-key.ts';
import { packageBytes, readPackage, sealPackage } from './package-text.ts';
import { passOn } from './pass-on.ts';
import { receivePackage } from './receive-package.ts';
import { revokePeer } from './revoke-peer.ts';
import { outgoing } from './schema.ts';
import { sendPackage } from './send-package.ts';
import { sendPackages } from './send-packages.ts';
import { findSent } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** What each organisation was told by packages of a kind that these tests own, written where a rollback takes it away. */
const notes: Kinds = {
  note: {
    name: 'note',
    words: { ja: '覚え', en: 'Note' },
    payload: z.object({ text: z.string().max(20) }),
    byHand: true,
    accept: async (_tx, { payload }) => {
      if ((payload as { text: string }).text === 'no') throw new Fault('conflict');
    },
  },
  'pass-on': passOn,
};

class Organisation {
  readonly id: string;
  readonly #as: Readonly<Record<string, Context>>;
  private constructor(id: string, as: Readonly<Record<string, Context>>) {
    this.id = id;
    this.#as = as;
  }
  static async found(name: string): Promise<Organisation> {
    const id = await house.organisation(name);
    const person = async (role: Role) => house.as(id, await house.person(id, [role]), [role]);
    return new Organisation(id, {
      administrator: await person('administrator'),
      rater: await person('rater'),
      responder: await person('responder'),
    });
  }
  as(name: 'administrator' | 'rater' | 'responder' = 'administrator'): Context {
    return this.#as[name] as Context;
  }
  system = (): Context => house.system(this.id);
  async card(): Promise<string> {
    const { card } = await reading(this.system(), (trx) => cardOf(trx, this.system()));
    return card ?? '';
  }
  async fingerprint(): Promise<string> {
    const { fingerprint } = await reading(this.system(), (trx) => cardOf(trx, this.system()));
    return fingerprint ?? '';
  }
  send = (to: Organisation, text: string) =>
    sendPackage(this.as(), notes, outgoing.parse({ peerId: to.id, kind: 'note', payload: { text } }));
  content = async (id: string): Promise<Buffer> =>
    (await reading(this.system(), (trx) => findSent(trx, id)))?.content ?? Buffer.alloc(0);
  receive = (bytes: Buffer) => receivePackage(this.system(), notes, bytes, 'network');
  rows = (table: string, columns: string) =>
    house.clone.query<Record<string, unknown>>(
      `SELECT ${columns} FROM ${table} WHERE org_id = $1 ORDER BY 1`,
      [this.id],
    );
  kinds = async (begin: string): Promise<string[]> =>
    (
      await house.clone.query<{ kind: string }>('SELECT kind FROM ledger WHERE org_id = $1 ORDER BY seq', [
        this.id,
      ])
    )
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith(begin));
}

async function pin(one: Organisation, other: Organisation, via: string | null = null): Promise<void> {
  await keepPeer(one.as(), { card: await other.card(), allowInner: false, via });
  await confirmKey(one.as(), other.id, await other.fingerprint());
}
async function two(): Promise<{ a: Organisation; b: Organisation }> {
  const [a, b] = [await Organisation.found('甲水道'), await Organisation.found('事務局')];
  for (const each of [a, b]) await makeKey(each.as());
  await pin(a, b);
  await pin(b, a);
  return { a, b };
}
const reason = (word: string) => ({ reason: word });

test('a key is made, a card is kept, and its key is pinned only with the fingerprint that was read out', async () => {
  const [a, b] = [await Organisation.found('甲'), await Organisation.found('乙')];
  await expect(makeKey(a.as('responder'))).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, a.id, () => makeKey(a.as()));
  await makeKey(a.as());
  await makeKey(b.as());
  const keep = (card: string) => keepPeer(a.as(), { card, allowInner: false, via: null });
  await expect(keep('nothing')).rejects.toMatchObject({ details: { fields: [{ field: 'card' }] } });
  await expect(keep(await a.card())).rejects.toMatchObject({ details: { fields: [{ field: 'card' }] } });
  const card = await b.card();
  await asItWas(house.clone, a.id, () => keep(card));
  expect(
    await race(
      house.clone,
      [a.id],
      () => keep(card),
      () => keep(card),
    ),
  ).toEqual({ won: 2, lost: [] });
  await expect(a.send(b, 'x')).rejects.toMatchObject({ code: 'conflict' });
  await expect(confirmKey(a.as(), b.id, await a.fingerprint())).rejects.toMatchObject({
    details: { fields: [{ field: 'fingerprint' }] },
  });
  const print = await b.fingerprint();
  await asItWas(house.clone, a.id, () => confirmKey(a.as(), b.id, print));
  const confirm = () => confirmKey(a.as(), b.id, print.toUpperCase());
  expect(await race(house.clone, [a.id], confirm, confirm)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await a.kinds('peer.')).toEqual(['peer.kept', 'peer.kept', 'peer.confirmed']);
});

test('an address without encryption is none, unless it is meant to be inside', async () => {
  const [a, b] = [await Organisation.found('甲'), await Organisation.found('乙')];
  await makeKey(b.as());
  const own = await reading(b.system(), (trx) => ownKey(trx, b.system().instance));
  if (!own) throw new Error('no key');
  const at = (address: string) => cardText(own.key, makeCard(own.key, { id: b.id, name: '乙', address }));
  const keep = (address: string, allowInner = false) =>
    keepPeer(a.as(), { card: at(address), allowInner, via: null });
  await expect(keep('http://b.example.jp/in')).rejects.toMatchObject({ code: 'invalid' });
  for (const [address, inner] of [
    ['https://b.example.jp/in', false],
    ['http://10.0.0.1/in', true],
    ['', false],
  ] as const)
    await keep(address, inner);
});

test('a package is taken once however often it comes, with one receipt; who sent it keeps that, and only that', async () => {
  const { a, b } = await two();
  await expect(
    sendPackage(a.as('rater'), notes, outgoing.parse({ peerId: b.id, kind: 'note', payload: { text: 'x' } })),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, a.id, () => a.send(b, 'one'));
  const both = await race(
    house.clone,
    [a.id],
    () => a.send(b, 'one'),
    () => a.send(b, 'two'),
  );
  expect(both).toEqual({ won: 2, lost: [] });
  const sent = await a.rows('survey_sent', 'number, id, state');
  expect(sent).toMatchObject([{ number: 1 }, { number: 2 }]);
  const [first, second] = await Promise.all(sent.map(({ id }) => a.content(String(id))));
  if (!first || !second) throw new Error('nothing sent');

  await expect(b.receive(second)).rejects.toMatchObject({ reason: 'missing', expected: 1 });
  await asItWas(house.clone, b.id, () => b.receive(first));
  const receipts: (Buffer | null)[] = [];
  const take = async () => receipts.push((await b.receive(first)).receipt);
  expect(await race(house.clone, [b.id], take, take)).toEqual({ won: 2, lost: [] });
  expect(receipts[0]).toEqual(receipts[1]);
  await b.receive(second);
  expect((await b.receive(first)).receipt).toEqual(receipts[0]);
  expect(await b.rows('survey_received', 'number, outcome')).toEqual([
    { number: 1, outcome: 'taken' },
    { number: 2, outcome: 'taken' },
  ]);
  expect(await b.kinds('package.')).toEqual(['package.refused', 'package.received', 'package.received']);

  const [receipt] = receipts;
  if (!receipt) throw new Error('no receipt');
  await asItWas(house.clone, a.id, () => a.receive(receipt));
  const hear = () => a.receive(receipt);
  expect(await race(house.clone, [a.id], hear, hear)).toEqual({ won: 2, lost: [] });
  expect(await a.rows('survey_sent', 'number, state')).toEqual([
    { number: 1, state: 'receipted' },
    { number: 2, state: 'queued' },
  ]);
  expect(await a.kinds('package.receipted')).toEqual(['package.receipted']);
  // A receipt that somebody else signed, or for somebody else, is none.
  await expect(b.receive(receipt)).rejects.toMatchObject(reason('not-for-us'));
});

test('whatever is not by a pinned key, in its turn and as it was signed is refused, counted and logged', async () => {
  const { a, b } = await two();
  const stranger = await two();
  const good = await a.content((await a.send(b, 'one')).id);
  const own = await reading(a.system(), (trx) => ownKey(trx, a.system().instance));
  if (!own) throw new Error('no key');
  const { envelope } = readPackage(good);
  const { attachments: _, ...plain } = envelope;
  const signed = (change: Partial<typeof plain>) =>
    packageBytes(sealPackage(own.key, { ...plain, ...change }, []));
  const theirs = await stranger.a.content((await stranger.a.send(stranger.b, 'x')).id);
  await expect(b.receive(theirs)).rejects.toMatchObject(reason('not-for-us'));
  const foreign = readPackage(theirs).envelope;
  const strangerKey = await reading(stranger.a.system(), (trx) => ownKey(trx, house.system(a.id).instance));
  if (!strangerKey) throw new Error('no key');
  const by = (key: typeof own, sender: typeof foreign.sender) =>
    packageBytes(sealPackage(key.key, { ...plain, sender }, []));
  await expect(b.receive(by(strangerKey, foreign.sender))).rejects.toMatchObject(reason('foreign'));
  await expect(b.receive(by(strangerKey, { ...plain.sender, key: strangerKey.print }))).rejects.toMatchObject(
    reason('changed-key'),
  );
  await expect(b.receive(by(strangerKey, plain.sender))).rejects.toMatchObject(reason('tampered'));
  await b.receive(good);
  await expect(b.receive(signed({ id: a.system().newId() }))).rejects.toMatchObject(reason('replayed'));
  await expect(b.receive(signed({ payload: { text: 'y' } }))).rejects.toMatchObject(reason('replayed'));
  await expect(
    b.receive(signed({ id: a.system().newId(), number: 2, previous: '0'.repeat(64) })),
  ).rejects.toMatchObject(reason('broken-chain'));
  for (let again = 0; again < 3; again += 1)
    await expect(b.receive(by(strangerKey, foreign.sender))).rejects.toMatchObject(reason('foreign'));
  expect(await b.rows('survey_refused', 'reason, times')).toMatchObject([
    { reason: 'broken-chain', times: 1 },
    { reason: 'changed-key', times: 1 },
    { reason: 'foreign', times: 4 },
    { reason: 'not-for-us', times: 1 },
    { reason: 'replayed', times: 1 },
    { reason: 'replayed', times: 1 },
    { reason: 'tampered', times: 1 },
  ]);
  expect(await b.kinds('package.refused')).toHaveLength(7);
  // Of 1,000 broken ones each is refused; the list does not grow with them.
  for (const { way, bytes } of brokenPackages(
    200,
    own.key,
    { ...plain, number: 2, id: a.system().newId() },
    7,
  ))
    await expect([way, await b.receive(bytes).catch(({ name }: Error) => name)]).toEqual([way, 'Refusal']);
  expect(await b.rows('survey_received', 'number')).toEqual([{ number: 1 }]);
});

test('what no recipient could read is refused where it is written', async () => {
  const { a, b } = await two();
  const send = (payload: Record<string, unknown>) =>
    inTransaction(a.as(), (tx) => sendPackageWithin(tx, { peerId: b.id, kind: 'note', payload }));
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  const open = { ...notes, open: { ...(notes['note'] as PackageKind), name: 'open', payload: z.unknown() } };
  const wanted = { peerId: b.id, kind: 'open', inReplyTo: null, attachments: [] };
  for (const payload of [{ deep }, { many: Array(100_001).fill(0) }])
    await expect(sendPackage(a.as(), open, { ...wanted, payload })).rejects.toMatchObject({
      details: { fields: [{ field: 'payload' }] },
    });
  await expect(send({ text: 'x'.repeat(5_000_000) })).rejects.toMatchObject({ code: 'invalid' });
  // Half a letter is made whole, as everywhere.
  expect(await send({ text: '\ud83d' })).toBeTypeOf('string');
  expect(await a.rows('survey_sent', 'number')).toEqual([{ number: 1 }]);
});

test('what its kind does not take is told in a signed receipt, and the next one is taken all the same', async () => {
  const { a, b } = await two();
  const refusedBy = async (id: string) => {
    const { receipt, outcome } = await b.receive(await a.content(id));
    await a.receive(receipt ?? Buffer.alloc(0));
    return outcome;
  };
  expect(await refusedBy((await a.send(b, 'no')).id)).toBe('refused');
  const unfit = await inTransaction(a.system(), (tx) =>
    sendPackageWithin(tx, { peerId: b.id, kind: 'note', payload: { text: 'x'.repeat(21) } }),
  );
  expect(await refusedBy(unfit)).toBe('refused');
  const unknown = await inTransaction(a.system(), (tx) =>
    sendPackageWithin(tx, { peerId: b.id, kind: 'other', payload: {} }),
  );
  expect(await refusedBy(unknown)).toBe('refused');
  expect(await refusedBy((await a.send(b, 'yes')).id)).toBe('taken');
  expect(await a.rows('survey_sent', 'number, state, reason')).toMatchObject([
    { state: 'refused', reason: expect.stringMatching(/^not-accepted/) },
    { state: 'refused', reason: expect.stringMatching(/^unfit: text/) },
    { state: 'refused', reason: 'unknown-kind' },
    { state: 'receipted' },
  ]);
  // Nothing of what was refused is kept but that it was.
  expect(await b.rows('survey_received', 'number, octet_length(content) > 0 AS kept')).toEqual([
    { number: 1, kept: false },
    { number: 2, kept: false },
    { number: 3, kept: false },
    { number: 4, kept: true },
  ]);
  await expect(
    sendPackage(a.as(), notes, outgoing.parse({ peerId: b.id, kind: 'pass-on' })),
  ).rejects.toMatchObject({
    details: { fields: [{ field: 'kind' }] },
  });
});

test('another key is refused until somebody confirms it anew, and numbers begin again; who is revoked is refused', async () => {
  const { a, b } = await two();
  const waiting = (await a.send(b, 'one')).id;
  await expect(makeKey(a.as())).rejects.toMatchObject({ code: 'conflict' });
  await a.receive((await b.receive(await a.content(waiting))).receipt ?? Buffer.alloc(0));
  const make = () => makeKey(a.as());
  expect(await race(house.clone, [a.id], make, make)).toEqual({ won: 2, lost: [] });
  const by = await a.content((await a.send(b, 'two')).id);
  await expect(b.receive(by)).rejects.toMatchObject(reason('changed-key'));
  const before = readCard(await a.card());
  await keepPeer(b.as(), { card: await a.card(), allowInner: false, via: null });
  await expect(b.receive(by)).rejects.toMatchObject(reason('changed-key'));
  await confirmKey(b.as(), a.id, await a.fingerprint());
  expect(readCard(await a.card())).toEqual(before);
  expect(await b.receive(by)).toMatchObject({ outcome: 'taken' });

  await expect(revokePeer(b.as('rater'), a.id)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, b.id, () => revokePeer(b.as(), a.id));
  const revoke = () => revokePeer(b.as(), a.id);
  expect(await race(house.clone, [b.id], revoke, revoke)).toEqual({ won: 1, lost: ['conflict'] });
  const after = await a.content((await a.send(b, 'three')).id);
  await expect(b.receive(after)).rejects.toMatchObject(reason('revoked'));
  await expect(b.send(a, 'x')).rejects.toMatchObject({ code: 'conflict' });
  await confirmKey(b.as(), a.id, await a.fingerprint());
  expect(await b.receive(after)).toMatchObject({ outcome: 'taken' });
});

test('an office hands on what it is given, with both signatures, and sees nothing else; the receipt comes back by it', async () => {
  const [a, office, b] = [
    await Organisation.found('甲'),
    await Organisation.found('所管省庁'),
    await Organisation.found('事務局'),
  ];
  for (const each of [a, office, b]) await makeKey(each.as());
  for (const each of [a, b]) {
    await pin(office, each);
    await pin(each, office);
  }
  await pin(a, b, office.id);
  await pin(b, a, office.id);
  const { id } = await a.send(b, 'one');
  const job = (from: Organisation, to: Organisation) => sendPackages(notes, from.system, { peerId: to.id });
  await job(a, b);
  await job(a, b);
  /** What waits for a peer, carried over by hand and receipted. */
  const carry = async (from: Organisation, to: Organisation) => {
    const rows = await house.clone.query<{ id: string }>(
      `SELECT id FROM survey_sent WHERE org_id = $1 AND peer_id = $2 AND state IN ('queued', 'sending') ORDER BY number`,
      [from.id, to.id],
    );
    for (const { id: each } of rows)
      await from.receive((await to.receive(await from.content(each))).receipt ?? Buffer.alloc(0));
    return rows.length;
  };
  expect(await carry(a, office)).toBe(1);
  expect(await a.rows('survey_sent', 'kind, state')).toEqual([
    { kind: 'note', state: 'delivered' },
    { kind: 'pass-on', state: 'receipted' },
  ]);
  expect(await carry(office, b)).toBe(1);
  expect(await b.rows('survey_received', 'kind, peer_id, via')).toEqual([
    { kind: 'note', peer_id: a.id, via: office.id },
    { kind: 'pass-on', peer_id: office.id, via: null },
  ]);
  expect(await carry(b, office)).toBe(1);
  expect(await carry(office, a)).toBe(1);
  expect(await a.rows('survey_sent', 'kind, state')).toEqual([
    { kind: 'note', state: 'receipted' },
    { kind: 'pass-on', state: 'receipted' },
  ]);
  // The body holds the operator's own words and signature, as they were.
  const [kept] = await b.rows('survey_received', 'kind, content');
  expect(kept?.['content']).toEqual(await a.content(id));

  // A body that has stopped with the operator says so, by the office; it is tried again.
  await revokePeer(b.as(), a.id);
  await a.send(b, 'two');
  await job(a, b);
  for (const [from, to] of [
    [a, office],
    [office, b],
    [office, a],
  ] as const)
    await carry(from, to);
  expect(await a.rows('survey_sent', 'number, kind, state, reason')).toContainEqual({
    number: 2,
    kind: 'note',
    state: 'queued',
    reason: 'revoked',
  });
});

test('nobody else sees keys, peers or packages, whatever they ask of the tables', async () => {
  const { a, b } = await two();
  await b.receive(await a.content((await a.send(b, 'one')).id));
  const third = await Organisation.found('丙');
  const all = (ctx: Context, table: string) =>
    reading(ctx, async (trx) => (await sql`SELECT * FROM ${sql.table(table)}`.execute(trx)).rows);
  for (const table of [
    'survey_key',
    'survey_peer',
    'survey_sent',
    'survey_received',
    'survey_refused',
  ] as const) {
    expect(await all(third.as(), table)).toEqual([]);
    const outsider = { ...a.as(), actor: { ...a.as().actor, outside: true } };
    expect(await all(outsider, table)).toEqual([]);
    if (table !== 'survey_refused' && table !== 'survey_received')
      expect(await all(a.system(), table)).not.toEqual([]);
  }
  const [mine] = await a.rows('survey_key', 'sealed');
  expect(String(mine?.['sealed'])).not.toContain('PRIVATE KEY');
});
